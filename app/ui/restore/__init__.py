"""从备份恢复: a backup is chosen, its secret proves itself, both registers are shown, one is put
back."""
