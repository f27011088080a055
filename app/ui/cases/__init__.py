"""案件登记: the list of cases, one case shown, and the form that registers or revises one."""
