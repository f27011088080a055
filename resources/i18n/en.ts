<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>ActionsCard</name>
    <message>
        <source>登记其他环节…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>据来文登记对方的环节…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位现在没有必须登记的环节。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记签收来文“{step}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdditionForm</name>
    <message>
        <source>来文的扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>承办人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>相关事项</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddresseesField</name>
    <message>
        <source>从成员中选择…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}：从成员中选择</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgencyStep</name>
    <message>
        <source>本单位</source>
        <translation>Our agency</translation>
    </message>
    <message>
        <source>这些内容会写在身份卡上交给其他单位，并印在文书里。请照公章和任命填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位全称</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>与公章一致</source>
        <translation>As on the official seal</translation>
    </message>
    <message>
        <source>单位简称</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>如：市财政局</source>
        <translation>For example: 市财政局</translation>
    </message>
    <message>
        <source>文件代号</source>
        <translation>File label</translation>
    </message>
    <message>
        <source>用在交换包文件名里，1 至 16 个小写字母、数字，如 rz-czj</source>
        <translation>Used in bundle file names: 1 to 16 lower-case letters or digits, such as rz-czj</translation>
    </message>
    <message>
        <source>职能</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>层级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>行政区划代码</source>
        <translation>Region code</translation>
    </message>
    <message>
        <source>6 位数字，可不填</source>
        <translation>6 digits, may stay empty</translation>
    </message>
    <message>
        <source>联络员</source>
        <translation>Liaison officer</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>办公电话</source>
        <translation>Office phone</translation>
    </message>
    <message>
        <source>单位地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>文件代号只能用 1 至 16 个小写字母、数字，中间可用短横线</source>
        <translation>The file label takes 1 to 16 lower-case letters or digits, with hyphens inside</translation>
    </message>
    <message>
        <source>行政区划代码应为 6 位数字，也可以不填</source>
        <translation>The region code has 6 digits, or stays empty</translation>
    </message>
</context>
<context>
    <name>AlarmsCard</name>
    <message>
        <source>异常</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 项</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>在此以前不能收发。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>须先开启新一代</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复向导…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新一代密钥已启用，还没有收到{names}的答复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看进度…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写给该单位…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同一编号两种内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>吊销之后收到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说法不一</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制，供电话核实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核实…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>两份不同</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>比较两份内容…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有采用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看理由…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重复编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缺号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补发请求…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AmountField</name>
    <message>
        <source>金额单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>万元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {yuan} 元 = {wan} 万元</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApproveDialog</name>
    <message>
        <source>审批件扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共 {n} 件。请核对签字的清册上的校验值，开头应为 {digest}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>鉴定意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监销人 {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监销人 {n} 职务</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监销人须是两名以上不同的人员</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleDialog</name>
    <message>
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规格型号（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数量和单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>特征、编号（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状况，如完好、破损（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存放地点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来源文书（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备注，如附照片（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写“{label}”</source>
        <translation>Fill in “{label}”</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随登记册保存</source>
        <translation type="unfinished">Kept with the register</translation>
    </message>
    <message>
        <source>备份是一个加密文件，用制作时的口令或恢复密钥打开；请放在另外的介质上，与电脑分开保管。要用备份恢复，请先锁定，再在打开登记册的窗口选“从备份恢复…”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上次备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment}（{days}），{name}，{size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>；此后又有 {lines} 处改动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今天</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 天前</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>上次试恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有试过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可以用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发现问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 天</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>没有选择文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择…</source>
        <translation type="unfinished">Choose…</translation>
    </message>
    <message>
        <source>备份到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不提醒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>超过多久没有备份就提醒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保留最近</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份成功以后，只删除本登记册写过、读回核对过的更旧的备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>试恢复…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从各单位收回…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在备份并读回核对…可以继续办理其他事项，请不要拔出介质</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份已写好并读回核对，可以拔出介质：{name}（{size}，案件 {cases} 件，附件 {files} 个）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>其中 %n 个附件在备份以前就已不见：</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>已停止备份：介质上没有留下半个文件，以前的备份还在。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BurnDialog</name>
    <message>
        <source>校验刻好的光盘</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备好的刻录文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请放入刻好的光盘校验：选中刻的是哪一批，再选光盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择光盘…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished">Close</translation>
    </message>
    <message>
        <source>正在逐个读回光盘上的文件…请不要取出光盘</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>光盘校验无误：%n 个文件都与写入时一致，可以送出。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>这张光盘不能用，请重新刻录：%n 个文件不对。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>光盘：{folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有备好的刻录文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation type="unfinished">Folder</translation>
    </message>
    <message>
        <source>制作时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>尚未校验</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无误</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有问题</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardStep</name>
    <message>
        <source>本单位身份卡</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电脑丢失、损坏又没有备份时用。向任一单位要一份本单位的身份卡文件（.lxcard），由它建立同一单位的新登记册，换新密钥；送出过的内容再从各单位收回，从没有送出过的收不回来。有备份的，请用“从备份恢复”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份卡文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份卡 (*.lxcard)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位密钥第几代</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各单位“成员与密钥”里显示的本单位最大的一代；新登记册从下一代开始</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联络员姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>职务</source>
        <translation type="unfinished">Post</translation>
    </message>
    <message>
        <source>请选择本单位的身份卡文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位全称</source>
        <translation type="unfinished">Full name</translation>
    </message>
    <message>
        <source>新密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {n} 代</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联络员</source>
        <translation type="unfinished">Liaison officer</translation>
    </message>
    <message>
        <source>用途</source>
        <translation type="unfinished">Purpose</translation>
    </message>
    <message>
        <source>密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {n} 代，{day} 签发</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseDetail</name>
    <message>
        <source>编辑</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>移送…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结案…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复办理…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>摘要</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送给其他单位…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回已送出的摘要…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>据此登记本单位案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>往来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是{owner}的案件摘要，本单位只能查看；有变更时随对方的交换包更新。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容已依法销毁。保留案号、文号、日期、双方单位和校验值；销毁清册在“案件登记”的“档案销毁”里查看。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看据此登记的本单位案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看来源：对方的案件摘要</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseDialog</name>
    <message>
        <source>写有案情的文书归入所属案件，案件销毁时一并列入销毁清册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不归入案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所属案件</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseFields</name>
    <message>
        <source>涉嫌犯罪，须考虑移送公安机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写案件名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写线索来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请至少添加一个当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写基本案情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是金额，请只填数字，如 418 万元填 418 并选万元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有 {n} 个字，最多 {limit} 个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如：某某公司涉嫌串通投标案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>留空则自动编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>线索来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发现日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉案金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>勾选后，移送之前不能办结（国务院令第310号第三条、第十一条）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌犯罪</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采购项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项目名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项目编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采购类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采购方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采购人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预算金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合同金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开标（评审）日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中标（成交）人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当事人和违法行为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌违法行为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案情和处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>基本案情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已采取的措施</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理、处罚情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>承办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>承办人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} 字</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>返回列表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有未保存的改动…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”的修改已保存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”已登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>草稿已保存 {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已恢复 {time} 的草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改案件 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记新案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存修改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转到：{section}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseListing</name>
    <message>
        <source>案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只列出最新的 {n} 件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} 件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册里还没有案件。对方移送来的案件导入后也列在这里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记第一个案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有符合条件的案件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>范围</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌犯罪，尚未移送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已移送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外单位摘要</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>搜索案号、名称、当事人、项目、案情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>搜索案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>几个词用空格分开，须同时出现</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseStep</name>
    <message>
        <source>按案号、名称、当事人、案情查找</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择要移送的案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只列本单位登记的案件；对方送来的摘要要先据此登记本单位案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选择一个案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有符合条件的案件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有本单位案件，请先在“案件登记”中登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌犯罪</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已有移送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已建议立案监督</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>承办人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>某某某</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>登记案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>档案销毁…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选中一个案件，这里显示它的内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>据对方的摘要登记本单位案件？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案情、当事人、项目和违法行为会复制到新案件，新案件由本单位编号、修改，并与摘要保持关联。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记本单位案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已据摘要登记本单位案件，请核对后补充。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件已结案。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件已恢复办理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>摘要已列入待送出内容，随下一个交换包送出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去发件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已撤回。撤回随下一个交换包送达收过摘要的单位，请尽快写出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填写的内容已存为草稿，没有登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续填写</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>ChangesCard</name>
    <message>
        <source>变化</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位内容送还&#x3000;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对象</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入后将发生的变化</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选中上面的一个交换包，这里显示导入它会改动什么。导入前登记册不会改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在核对签名、解密并核对每个附件…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender}，签名有效，{at} 写出</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CharacterWatch</name>
    <message>
        <source>{characters}没有字体可以印出，请对照证件或原件核对用字。确为该字的，请安装含有该字的字体，并在“设置—公文字体”中改用本单位字体。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>核对</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>核对后提交审批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提交后由负责人审批；批准之前都可以退回修改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌犯罪与移送理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去向与依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共 {pages} 页，提交前请逐页看过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预览</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>更改{title}</source>
        <translation>Change {title}</translation>
    </message>
    <message>
        <source>当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉案金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌罪名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>刑法条文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立案追诉标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>专案组</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送至</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不按建议移送的理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抄送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随包送出的文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 个</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>待补</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 项</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>涉案物品</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseCaseDialog</name>
    <message>
        <source>{number} {name}：结案后不能再改，需要时可以恢复办理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结案日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结案依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>决定书文号，或者结案审批的日期和批准人</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CollectDialog</name>
    <message>
        <source>从各单位收回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更换密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有收下任何单位的身份卡：先在“成员与密钥”里互交身份卡、当面核对指纹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开启新一代</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入：{word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入“{word}”确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished">Close</translation>
    </message>
    <message>
        <source>单位</source>
        <translation type="unfinished">Agency</translation>
    </message>
    <message>
        <source>收回的办法：向每个单位写出一个交换包交去，再导入对方写来的包，一个来回就收回对方留存的内容；附件随下一个包再来。对方不用做别的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更换密钥：更换电脑、移交联络员，或者怀疑密钥泄露时使用。新身份卡由旧密钥担保，核对过指纹的单位不必再次当面核对。怀疑旧密钥已经泄露的，换了以后还要请牵头单位在名册里吊销旧密钥，并与各单位当面核对新指纹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开启新一代密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>给各单位写交换包…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开启新一代：换一把新密钥，编号从 1 重新开始，并告诉各单位本单位记得到哪里，请它们把本登记册缺少的送还。案件、事项、文书、附件都不改动；收到过的内容不会丢，也不会重复。原来的密钥从此不再用来签名，以前签的仍然有效。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>进度</source>
        <translation type="unfinished">Progress</translation>
    </message>
    <message>
        <source>未写出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已写出，等对方答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment} 已答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本登记册用的是新密钥，可以与各单位交换。新身份卡随下一个交换包带去：核对过旧指纹的单位，凭旧密钥的担保就认得；凭身份卡重建、没有旧密钥的，请带新身份卡逐个单位当面再核对一次指纹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新一代密钥已启用。请在交换中心与每个单位各交换一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把给各单位的交换包写到哪个文件夹</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>比较两份内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>两份内容没有不同的地方。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>也列出相同的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>比较的结论</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>例如：已与对方电话核对，保留现用的一份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记结论，消除提示</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished">Close</translation>
    </message>
    <message>
        <source>未采用（{agency}送还）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未采用（{agency}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}
现用：{kept}
未采用：{other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请写明比较的结论，它会记入登记册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是本单位的记录。要用未采用的那一份，请照着在案件里改好再送出；要保留现用的，不用改。两种情形都在下面写明结论。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是{agency}的记录，以对方的下一版为准，本单位不改。请电话问清是哪一份，写明结论。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type}“{title}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareStep</name>
    <message>
        <source>核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令已核对。下面是备份里的内容；那里已有登记册的，并列在旁边。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现有登记册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位</source>
        <translation type="unfinished">Agency</translation>
    </message>
    <message>
        <source>最后一笔</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审计日志（行）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密钥第几代</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>注意：那里的登记册与备份不是同一个登记册，请核对文件夹选对没有。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>那里的登记册读不出来：已经损坏，或者口令与备份的不同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现有登记册比备份新，多 {lines} 处记录；恢复以后看不到它们。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复以后：打开登记册，开启新一代密钥，再与每个单位各交换一次，备份以后送出过的内容会从各单位收回；从没有送出过的，要重新登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现有的文件夹整个改名，留在旁边，不删除。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CosignDialog</name>
    <message>
        <source>名册根第 {version} 版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会签…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>并入签名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用封存密钥会签的才填，共 9 组</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>封存密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机制</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation type="unfinished">Lead</translation>
    </message>
    <message>
        <source>签名密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>须几把签名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已签名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还差</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 把签名</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{agency}（封存）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请对照与牵头单位商定的内容逐项核对，无误再会签。会签后的文件交还牵头单位并入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位的密钥不在应签之列，或者已经签过。收回的会签文件请并入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名已经齐全，并入后即采用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把会签后的文件写到哪个文件夹</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>{title} {n} 项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只看这些；再按一次看全部</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>程序出错</source>
        <translation>Program fault</translation>
    </message>
    <message>
        <source>错误位置</source>
        <translation>Where it happened</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>刚才的操作没有完成</source>
        <translation>That was not completed</translation>
    </message>
    <message>
        <source>程序遇到没有预料到的情况。已保存的内容没有丢失，刚才这一步没有写入登记册。请把下面的错误位置复制给维护人员；其中没有案件内容。</source>
        <translation>The program met something it did not expect. What was saved is not lost; this last step was not written to the register. Please give the lines below to whoever maintains the program; they hold nothing of any case.</translation>
    </message>
</context>
<context>
    <name>DeliverDialog</name>
    <message>
        <source>写给多个单位：{place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由谁携带</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>例如：机要交换、甲某某</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要写给的单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished">Close</translation>
    </message>
    <message>
        <source>正在准备…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在写第 {at} 个，共 {total} 个：{name}。请不要断开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有写：{names}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>刻录文件夹已备好：{folder}
请把里面的全部文件刻成光盘；刻好以后放回光驱，按“校验刻好的光盘…”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>已写好并读回核对 %n 个交换包。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>写入不等于送达：送达请在事项中另行登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}：{file}（{size}，第 {numbers} 号）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指纹未核对，不能写</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只有回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无待送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 项，附件 {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}（都写过，对方未确认）</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>写给所选 %n 个单位</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>写给所选单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>位置：{folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由谁携带（写进文件夹名和交接说明）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeputyDialog</name>
    <message>
        <source>封存密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已抄写封存</source>
        <translation type="unfinished">Copied and sealed</translation>
    </message>
    <message>
        <source>只显示这一次。请抄写或打印，装入信封密封。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeputyPanel</name>
    <message>
        <source>封存密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>协同监管机制名册封存密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位的名册根密钥不能用时，凭它签发名册、会签名册根。请装入信封密封，与电脑和备份分开保管；任何人拿到它都能以本单位名义签名。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DisposalWindow</name>
    <message>
        <source>档案销毁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁清册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁清册内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编制清册…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看、打印清册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记审批…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销清册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执行销毁…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{owner}&#x3000;结案 {closed}&#x3000;{term} {ends}&#x3000;{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审批已登记，可以执行销毁。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已依法销毁。请打印清册，由监销人签字后归档。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销这份销毁清册？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清册保留在登记册里，标明已撤销；没有销毁任何内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清册已编制。请打印后报鉴定、审批，签字后登记审批。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保管期限届满的案卷，经鉴定、审批，由两名以上人员监销后销毁；清册和校验值永久保留。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有销毁清册。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftWindow</name>
    <message>
        <source>打印草稿…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改正文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>草稿：文号和日期留空。当事人、文号、金额、日期和清单请在表单里改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查结果（{count}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有必须改正的地方，改正前不能出具。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftsTab</name>
    <message>
        <source>拟稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有拟稿。按“新拟文书”选文种，填一页表单即可出具。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新拟文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制为新稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拟写纪要</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签到表…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归入案件…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改动已自动保存，尚未存稿。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续填写</source>
        <translation type="unfinished">Go on</translation>
    </message>
    <message>
        <source>已出具，文号 {number}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看、打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除“{subject}”的拟稿？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（未填写）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拟稿没有编号，删除后不能恢复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除拟稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文种</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主送、分送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态</source>
        <translation type="unfinished">State</translation>
    </message>
    <message>
        <source>文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已出具</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DutiesCard</name>
    <message>
        <source>现在没有在计算的期限。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>查看已结束的 %n 项</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>本单位</source>
        <translation>Our agency</translation>
    </message>
    <message>
        <source>催办函…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>催办 {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorSummary</name>
    <message>
        <source>需要补正的内容</source>
        <translation>What needs mending</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 处需要补正</source>
        <translation>
            <numerusform>%n thing needs mending</numerusform>
            <numerusform>%n things need mending</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>导出证据…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在写出证据并读回核对…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把双方就本事项随交换包送出、收到的内容连同签名和文书写成一个文件夹，供审计、司法机关不用本程序自行核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{at} {by}已导出“{folder}”：{statements} 条内容，{files} 个文件。核对方法在其中的 README.txt；清单 SHA256SUMS 的哈希：{sums}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出本事项的证据？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写出的是未加密的明文，含当事人信息，请只写到可以保管涉案材料的介质上。其他事项的内容和文件名不会写出；交换包的内容清单是整份签名的，同一个包里其他事项的附件只列有校验值和大小。导出会记入审计日志。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择文件夹…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把证据写到哪个文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证据已写到 {folder}，并已读回逐项核对。交给对方时，请另行当面或用电话告知本单位的签名指纹：{fingerprint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有 {count} 个文件已依法销毁或本单位没有，只写了哈希。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>请填写证据名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证据名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证据种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来源（提供单位或个人）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提取人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>两名以上执法人员，用顿号分开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提取日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提取地点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原件情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不计页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>页数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记不能存成文件的证据，只进目录，不附文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} 等 {n} 个文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件会加密存入登记册，并记下 SHA-256 校验值；原文件不改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称取自文件名；下列内容对所有文件相同。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceTab</name>
    <message>
        <source>证据目录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证据详情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>添加文件…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记实物…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>另存…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把文件加密存入登记册，也可以把文件拖到这里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记纸质、实物证据，不附文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新计算 SHA-256，与登记时比较</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存一份没有加密的副本，会记入审计日志</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>还没有登记证据。把文件拖到这里，或用下面的按钮添加。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方的摘要里没有证据。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择证据文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在加密存入第 {n} 项，共 {all} 项…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”与登记时的校验值一致，没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存一份（明文，请妥善保管）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已另存到 {path}。副本没有加密，这次另存已记入审计日志。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已复制完整的 SHA-256 校验值。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制 SHA-256 校验值</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>核验文件…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交换中心的分页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>往来台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交换位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发件（{count}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收件（新到 {count}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 张身份卡</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 份名册</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>这里还有 {papers}。收过的不必再收；没有收过的，请到“成员与密钥”收下。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去成员与密钥</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExecuteDialog</name>
    <message>
        <source>销毁{n}件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁后不能恢复，请再核对一次清册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入“{phrase}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（本单位保存的副本）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>往来记录 {entries} 条的内容，附件 {files} 个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁的案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案情、当事人、证据说明、办理过程中填写的内容、文书文本、草稿和检索词；</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保留</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本清册；文书的种类、文号、日期和校验值；事项的双方单位、状态和日期；签名和校验值、审计日志。签名和日志仍能验证。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不在本次销毁范围</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经送给其他单位的内容，由对方按对方的规定处理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册没有备份记录；另行制作过备份的，须一并销毁。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁以前制作的备份仍含这些内容，须另行销毁：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拟稿{n}件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这些单独发出的文书写有案件名称或者当事人，没有归入案件：{numbers}。应当一并销毁的，请先在“文书—拟稿”归入案件，重新编制清册。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplainForm</name>
    <message>
        <source>{numbers} 没有对应的文书。请核对办公室的发文登记后说明原因；说明后这些号不再使用，原因印在发文登记簿上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>至</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如：办公室用于其他发文。选“外部编号”的可以不填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExternalForm</name>
    <message>
        <source>适用于在办公系统里修改、由办公室编号用印的文书：文号、签发人、日期照原件填写，并附定稿文件或者扫描件，以它为准。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>定稿文件或扫描件 (*.pdf *.ofd *.docx *.jpg *.jpeg *.png *.tif);;全部 (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>定稿文件或扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签发人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsStep</name>
    <message>
        <source>案件内容（取自案件登记）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到案件登记中修改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>属于公安机关管辖的经济犯罪案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写移送理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送公安机关的，请填写涉嫌罪名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送公安机关的，请填写刑法条文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>专案组至少两人，姓名和执法证号都要填写</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对照（仅供参考，是否构成犯罪由公安机关、司法机关认定）：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>· {measure} {sum} 以上</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>· {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本案登记的涉案金额：{sum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明：{note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉案金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已采取的措施</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已作出的处罚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主办人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌犯罪与移送理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可以从列表选择，也可以直接填写；移送公安机关的必填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌罪名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>刑法条文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立案追诉标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>经济犯罪</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>国务院令第310号第五条：指定两名以上行政执法人员组成专案组</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>专案组</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsTab</name>
    <message>
        <source>基本案情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌违法行为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采购项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已采取的措施</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理、处罚情况</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>扫描件或文件 (*.pdf *.jpg *.jpeg *.png *.tif *.ofd);;全部 (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有选择文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}：选择文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>选择备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择备份文件（扩展名 .lxbackup）和登记册的位置。到最后一步之前不会改动任何文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份 (*.lxbackup)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择…</source>
        <translation type="unfinished">Choose…</translation>
    </message>
    <message>
        <source>恢复到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空文件夹；已有登记册的，那个登记册会改名留在旁边</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写完整的路径，或者点“选择…”</source>
        <translation type="unfinished">Give the whole path, or use “Choose…”</translation>
    </message>
    <message>
        <source>请选择备份文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制作时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用途</source>
        <translation type="unfinished">Purpose</translation>
    </message>
    <message>
        <source>恢复到哪个文件夹</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FinalTextCheck</name>
    <message>
        <source>{at} 导出过文号留空的草稿。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已与文号、标题、日期对照</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有可以对照的文字，请自行核对</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>改过的段落</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记的内容变了，这段改动对不上，请重新修改：“{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>必须改正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改动涉及名称、数字或者否定，请核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提示</source>
        <translation type="unfinished">Notice</translation>
    </message>
    <message>
        <source>版面和内容都检查过了，没有发现不符合规定的地方。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRunWindow</name>
    <message>
        <source>从备份恢复…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电脑丢失，从其他单位收回…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建立登记册</source>
        <translation>Set up a register</translation>
    </message>
</context>
<context>
    <name>FolderBar</name>
    <message>
        <source>用“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>选择文件夹…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FontsCard</name>
    <message>
        <source>重新查找</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在查找这台电脑上的字体…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}（已失效）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}：{reason}（{file}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找到但不能使用的：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找到 {usable} 种可用的公文字体，{refused} 种不能使用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑上没有可用的公文字体，仍用程序自带字体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公文字体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随登记册保存；对以后出具的文书有效</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序自带字体在各台电脑上印出的完全一样；本单位字体用这台电脑上已经安装的正版字体，缺字时依次用自带字体和其他已安装的字体补印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role}的样张</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>请填写“{label}”</source>
        <translation>Fill in “{label}”</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>看这件移送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{author} → {receiver}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成文日期 {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>二维码与登记的正式文书一致。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按校验码查到，请核对纸上的文号与上面的是否相同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记的时间：{at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收人：{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记单位：{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有扫描件</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>时间线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有记录。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HouseLettersCard</name>
    <message>
        <source>随登记册保存</source>
        <translation type="unfinished">Kept with the register</translation>
    </message>
    <message>
        <source>在本程序制作下列文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}。通常由本单位在自己的业务平台制作，这里只登记文号、日期、签发人并附扫描件。勾选后，可以在事项的“文书”中编号、出具；已登记的不受影响。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>导入名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接受名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已当面或者用已知的电话向有关单位和牵头单位问清</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不接受…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现行第 {version} 版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {version} 版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机制</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation type="unfinished">Lead</translation>
    </message>
    <message>
        <source>版次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签发</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}，有效期至{expires}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警报：名册列明的密钥与本登记册已经采信的不一致。问清以前不要接受，也不要向有关单位送出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是另一个机制的名册。确实要同时加入这个机制的，才接受。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一版名册已经过期，请同时向牵头单位索取新的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中间有 {count} 版没有见过，变化按现行版与这一版比较列出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这就是现行的名册，没有变化。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变化</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更联系方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位</source>
        <translation type="unfinished">Agency</translation>
    </message>
    <message>
        <source>示例市市场监督局</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容</source>
        <translation type="unfinished">Content</translation>
    </message>
    <message numerus="yes">
        <source>与现行名册相比的变化（%n 项）</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>名册的变化</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>吊销第 {incarnation} 代密钥：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名门槛 {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自{day}起</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>至{day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使用程序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>仅纸质</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指纹 {groups}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>逐个决定以哪一把密钥为准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选择</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>以本登记册已采信的为准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改用名册列明的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位第 {number} 代密钥的指纹：{held}
名册写的是：{found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {number} 代，已采信：{held}（{how}）
名册写的是：{found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已看过上面列出的变化</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选择以哪一把为准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请写明怎样问清的、为什么这样决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先看清、问清，再勾选</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InboxTab</name>
    <message>
        <source>选择存放交换包的文件夹、U 盘或光盘，也可以把文件夹拖到这里。只读介质同样可以导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择文件夹…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到的交换包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入所选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印导入报告…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在查看 {folder}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder}：来自 {senders} 个单位的 {bundles} 个交换包。导入前不会改动登记册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} 里没有交换包（*.lxb）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} 读不到了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在导入第 {at} 个，共 {total} 个：{sender}，{file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>已停止，还有 %n 个没有导入，登记册没有因此改动。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>已导入 %n 个交换包。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>查看移送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender}第 {numbers} 号</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>导入所选 %n 个包</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>这个文件夹里没有交换包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有选择文件夹：交换包是对方写在 U 盘、光盘或文件夹里的 .lxb 文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收件：导入前核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空格键勾选 · F5 重新查看</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IncomingTab</name>
    <message>
        <source>年度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来文种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来文机关、字号、标题、承办人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找收文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收文登记簿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记纸质来文…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记收文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理情况…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看来文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回复…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印、导出登记簿…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有符合条件的来文。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有收到过来文。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>登记全部 %n 件来文</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>已登记，收文号 {number}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选中一件，这里显示它的登记情况。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来文机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来文字号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>承办人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已随交换包导入，还没有登记收文。登记收文不是签收，不起算期限。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已拟好复函的开头，请填写答复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收文时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标题</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>签发名册第 {version} 版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签发</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>平时不填；本单位的名册根密钥不能用时，输入封存的 9 组</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>封存密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}说持有更新的名册。登记册是由旧备份恢复的，请先导入最新的名册；确认其所说不实的，写明理由再签发</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>仍要签发的理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>启用新一代密钥后还没有收到{names}的答复，恢复以前可能已签发过更新的一版。请先收齐答复；等不到的，写明理由再签发，版号跳过可能用过的号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与现行名册相比没有变化，只延长有效期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}：{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一版的变化：</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IssueForm</name>
    <message>
        <source>编号、定稿、登记在一步内完成；出具后不能修改，只能更正或者撤回。版面请先看草稿。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机关代字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如：示财采移</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>将使用的文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已与办公室核对，这个文号没有用过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已逐字核对改过的段落，照改后的正文出具</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签发人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填写机关代字后显示</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IssuedCard</name>
    <message>
        <source>查看、打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去发件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>已出具：{number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印，由作出决定的负责人签字，存入案卷。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印，用印，送达收文机关；送达后登记送达时间，精确到分。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到“发件”把电子件封装写入介质；写入介质不等于送达。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方在回执上签收后登记签收，对方的审查期限自签收起算。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>审计日志</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>查找操作人、对象或内容</source>
        <translation>Find by person, subject or content</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>操作种类</source>
        <translation>Kind of act</translation>
    </message>
    <message>
        <source>全部操作</source>
        <translation>All acts</translation>
    </message>
    <message>
        <source>校验日志</source>
        <translation>Check the journal</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>操作人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>由外单位摘要立为本单位案件</source>
        <translation>Own case opened from an extract</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>操作记录</source>
        <translation>Acts</translation>
    </message>
    <message>
        <source>没有符合条件的记录。</source>
        <translation>No line matches.</translation>
    </message>
    <message numerus="yes">
        <source>%n 条</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>正在校验</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>校验已停止，日志没有改动。</source>
        <translation>The check was stopped; the journal is unchanged.</translation>
    </message>
    <message numerus="yes">
        <source>%n 条记录全部相符，没有增删改动。</source>
        <translation>
            <numerusform>%n line is as it was written; nothing was added, removed or changed.</numerusform>
            <numerusform>All %n lines are as they were written; nothing was added, removed or changed.</numerusform>
        </translation>
    </message>
    <message>
        <source>第 {number} 条记录与写入时不一致，或者它前面有记录被删除。请停止使用这份登记册，把整个文件夹复制留存，并用备份核对。</source>
        <translation>Line {number} is not what was written, or a line before it was removed. Stop using this register, keep a copy of the whole folder, and compare with a backup.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>快捷键</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>第 1 至 9 个页面</source>
        <translation>Pages 1 to 9</translation>
    </message>
</context>
<context>
    <name>KindBox</name>
    <message>
        <source>全部种类</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>退出机制：{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签发名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随下一版名册告知各单位；只凭名册采信其密钥的单位，接受后不再与其交换。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退出日期</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LedgerTab</name>
    <message>
        <source>各单位往来情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有与任何单位往来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>往来单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>方向</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送出和收到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交换包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容、导入报告…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>披露台账…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印、导出…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有符合条件的交换包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有送出或者收到过交换包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方确认不是签收，不起算期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方确认，指对方的程序已经导入并核对，随对方的下一个交换包带回；它不是签收，也不起算期限。没有确认的内容会随下一个交换包再次送出，不会遗漏。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>至</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间</source>
        <translation type="unfinished">Time</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>序号</source>
        <translation type="unfinished">No.</translation>
    </message>
    <message>
        <source>内容</source>
        <translation type="unfinished">Content</translation>
    </message>
    <message>
        <source>状态</source>
        <translation type="unfinished">State</translation>
    </message>
    <message>
        <source>对方已导入一部分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>仅回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位送出至</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方确认至</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认收到时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到对方至</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待随包送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上次写出</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 项</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>已送出</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterForm</name>
    <message>
        <source>看草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写“{label}”</source>
        <translation>Fill in “{label}”</translation>
    </message>
</context>
<context>
    <name>LetterPrinter</name>
    <message>
        <source>{titles} 不是 PDF，请另存后用制作它的程序打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”已交给打印机。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 份文书已交给打印机。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterWords</name>
    <message>
        <source>一行一项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案情摘要</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拟办意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送达地点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交接地点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附送材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>商请反馈的事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保管约定（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与立案追诉标准的对照</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审计项目名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审计范围和期间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审计意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>初步意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保密要求</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>希望何时前函复（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检察意见书文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检察意见书日期（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受案登记表文号（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>承办单位（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>承办人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查询方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>需要补正的材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随文退回的案卷材料（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送至（有管辖权的机关）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立案罪名</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LettersCard</name>
    <message>
        <source>全部打印…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把已出具的文书一次打印出来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在没有可以出具的文书。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看、打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看、打印 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本系统定稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外部定稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签发人 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验码 {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号并出具…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外部定稿…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LettersPage</name>
    <message>
        <source>文书的分页</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiaisonDialog</name>
    <message>
        <source>更换联络员：{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更换</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位的身份卡将重新签发，密钥和指纹不变；请把新的身份卡交给各单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只改本登记册的通讯录；审计日志保留原来的联络员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联络员</source>
        <translation type="unfinished">Liaison officer</translation>
    </message>
    <message>
        <source>电话</source>
        <translation type="unfinished">Phone</translation>
    </message>
    <message>
        <source>地址</source>
        <translation type="unfinished">Address</translation>
    </message>
</context>
<context>
    <name>ListField</name>
    <message>
        <source>编辑…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>“{page}”里有没有提交的内容，已于 {saved} 自动保存。</source>
        <translation>“{page}” holds something not yet submitted, saved at {saved}.</translation>
    </message>
    <message>
        <source>继续填写</source>
        <translation>Go on</translation>
    </message>
    <message numerus="yes">
        <source>新到 %n 个交换包</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>正在写入登记册…</source>
        <translation>Writing to the register…</translation>
    </message>
    <message>
        <source>演练登记册：所有内容为演练样张，无效，不得用于实际办案</source>
        <translation>Exercise register: everything in it is a specimen, without effect, and not for real cases</translation>
    </message>
    <message>
        <source>登记册：{agency}</source>
        <translation>Register: {agency}</translation>
    </message>
    <message>
        <source>尚未加入机制</source>
        <translation>In no mechanism yet</translation>
    </message>
    <message>
        <source>已加密</source>
        <translation>Encrypted</translation>
    </message>
    <message>
        <source>锁定 Ctrl+L</source>
        <translation>Lock Ctrl+L</translation>
    </message>
    <message>
        <source>正在写入，写完后自动关闭。</source>
        <translation>Still writing; the window closes by itself afterwards.</translation>
    </message>
</context>
<context>
    <name>MarksCard</name>
    <message>
        <source>随登记册保存</source>
        <translation type="unfinished">Kept with the register</translation>
    </message>
    <message>
        <source>文书首页也印校验码和二维码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验码和二维码总是印在回执和材料清单上；勾选后，以后编号的文书在首页天头右侧也印。里面只有文号、登记册编号和正文的摘要，没有姓名和标题。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaterialDialog</name>
    <message>
        <source>原件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不附电子文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另选文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写材料名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有这项材料的，请写明理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>材料名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有无</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>理由或补送安排</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原件或复印件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>页数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>载体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随包送出的文件</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaterialsStep</name>
    <message>
        <source>移送材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有材料。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>增加材料…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉案物品</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有涉案物品的，不用填写；在上面“涉案物品清单”一项写明理由。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>增加物品…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清单里没有“{kind}”一项：没有的也要列出并写明理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请确认“{title}”是有、没有还是待补</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{title}”，请写明理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”列为有，请在下面填写涉案物品</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送材料清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>国务院令第310号第六条（一）至（五）；附带文件随交换包送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉案物品清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有无</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份、页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随包送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规格型号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>特征</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存放地点</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatterListing</name>
    <message>
        <source>移送事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有符合条件的移送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有移送。涉嫌犯罪或者不属本单位管辖的案件，从这里移送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建移送</source>
        <translation>New referral</translation>
    </message>
    <message>
        <source>未办结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位发出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>已建议立案监督</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>方向</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送至</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2026-00-00 已过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位</source>
        <translation>Our agency</translation>
    </message>
    <message>
        <source>发起日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来自</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} 已过</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MattersPage</name>
    <message>
        <source>登记回执…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建移送</source>
        <translation>New referral</translation>
    </message>
    <message>
        <source>有一份没有提交的移送草稿（{saved} 保存）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续填写</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>MattersTab</name>
    <message>
        <source>往来事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方还没有就此案移送本单位的事项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>此案还没有移送或其他往来。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemberCard</name>
    <message>
        <source>核对指纹…</source>
        <translation>Compare the fingerprint…</translation>
    </message>
    <message>
        <source>丢弃这张身份卡…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印核对单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更换联络员…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存其身份卡…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退出机制…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>吊销密钥…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>指纹</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>以前的密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>职能</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>层级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>联络员</source>
        <translation>Liaison officer</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>{when}，{who}</source>
        <translation>{when}, {who}</translation>
    </message>
    <message>
        <source>核对时间</source>
        <translation>Compared at</translation>
    </message>
    <message>
        <source>核对方式</source>
        <translation>Compared how</translation>
    </message>
    <message>
        <source>名册第 {number} 版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由第 {number} 代密钥担保</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {number} 代&#x3000;{groups}&#x3000;{state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&#x3000;此前导入的仍采信</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&#x3000;采信至第 {seq} 号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册已吊销本单位这一代密钥。请开启新一代密钥，并与牵头单位重新核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方核对本单位身份卡时，请按对方点到的组号读出上面的数字。</source>
        <translation>When another agency compares our card, read out the groups it asks for.</translation>
    </message>
    <message>
        <source>该单位不使用本程序：文书打印后送达，回执按纸质登记。</source>
        <translation>This agency does not use the program: letters go on paper, and so do receipts.</translation>
    </message>
    <message>
        <source>密钥已吊销，不能与其交换。对方开启新一代密钥后，请收下新的身份卡核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有该单位的身份卡，不能与其交换。请向对方要一张，收下后核对指纹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到一张密钥不同的身份卡。对方确实换了密钥（例如重新建立了登记册）的，请重新核对，核对以前不能向其送出；对方没有换密钥的，请丢弃这张身份卡。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有核对。请当面或者用已知的电话，让对方按组号读出其屏幕上的指纹。</source>
        <translation>Not compared yet. In person, or over a telephone number you already know, let the other side read out groups of the fingerprint on its own screen.</translation>
    </message>
    <message>
        <source>已核对：可以向该单位封装交换包，也可以导入其交换包。</source>
        <translation>Compared: bundles can be sealed for this agency and taken in from it.</translation>
    </message>
    <message>
        <source>可以与该单位交换；有机会时仍可以当面核对指纹，核对以后以核对的为准。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MembersDialog</name>
    <message>
        <source>还没有登记成员单位，请直接填写名称。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished">Cancel</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>成员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>导出本单位身份卡…</source>
        <translation>Export our card…</translation>
    </message>
    <message>
        <source>导出签名者清单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记纸质往来单位…</source>
        <translation>Add a paper-only agency…</translation>
    </message>
    <message>
        <source>收下身份卡…</source>
        <translation>Take a card…</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>密钥已换，待核对</source>
        <translation>New key, to compare</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>职能</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>纪检监察</source>
        <translation>Discipline</translation>
    </message>
    <message>
        <source>联络员</source>
        <translation>Liaison officer</translation>
    </message>
    <message>
        <source>机制成员与往来单位</source>
        <translation>Members and counterparts</translation>
    </message>
    <message numerus="yes">
        <source>%n 个单位</source>
        <translation>
            <numerusform>%n agency</numerusform>
            <numerusform>%n agencies</numerusform>
        </translation>
    </message>
    <message>
        <source>把身份卡写到哪个文件夹</source>
        <translation>Where to write the identity card</translation>
    </message>
    <message>
        <source>身份卡已写到 {path}。交给对方以后，请当面或者用已知的电话互相核对指纹。</source>
        <translation>The identity card is at {path}. Hand it over, then compare fingerprints in person or over a known telephone number.</translation>
    </message>
    <message>
        <source>把{name}的身份卡写到哪个文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份卡</source>
        <translation>Identity card</translation>
    </message>
    <message>
        <source>选择对方的身份卡</source>
        <translation>Choose the other side&apos;s card</translation>
    </message>
    <message>
        <source>这张身份卡已丢弃，已核对的身份卡不受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份卡已收下，指纹还没有核对：核对以后才能与其交换。</source>
        <translation>The card is kept, its fingerprint not yet compared: exchange begins after that.</translation>
    </message>
    <message>
        <source>{names}的一张新身份卡与以前核对过的密钥不同。重新核对指纹以前，不能向其送出。请当面或者用已知的电话问清，不要只凭来件；对方没有换密钥的，请丢弃这张身份卡。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份卡已写到 {path}。对方用它重建登记册、换新密钥，请重新当面核对指纹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>丢弃{name}的这张身份卡？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来路不明的身份卡应当丢弃。以前核对过的密钥不受影响；需要时可以再收一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>丢弃</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavigationButton</name>
    <message numerus="yes">
        <source>，%n 项待处理</source>
        <translation>
            <numerusform>, %n waiting</numerusform>
            <numerusform>, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPassphraseWindow</name>
    <message>
        <source>设置新口令</source>
        <translation>Set a new passphrase</translation>
    </message>
    <message>
        <source>恢复密钥已打开登记册。原来的口令从此作废，请设置新口令。恢复密钥仍然有效。</source>
        <translation>The recovery key has opened the register. The old passphrase opens nothing from now on; set a new one. The recovery key stays valid.</translation>
    </message>
</context>
<context>
    <name>NewRecoveryKeyDialog</name>
    <message>
        <source>换一把恢复密钥</source>
        <translation>New recovery key</translation>
    </message>
    <message>
        <source>生成新的恢复密钥</source>
        <translation>Make a new recovery key</translation>
    </message>
    <message>
        <source>新的恢复密钥抄写核对以后才启用；启用后原来封存的那一份作废，请一并销毁。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已抄写封存，启用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只显示这一次。请抄写或打印，装入信封密封。按“已抄写封存，启用”以后，原来那一份才作废；现在关闭，原来那一份仍然有效。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>请输入口令</source>
        <translation>Type the passphrase</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>提示</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>复制详情</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Dismiss</translation>
    </message>
</context>
<context>
    <name>NumberingForm</name>
    <message>
        <source>还没有代字的其他文书也这样编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机关代字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如：示财采移</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{代字}、{年}、{号} 是要填的位置；除纪要外只能用第一种格式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>格式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年起始号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年中开始使用本程序的，填写下一个号；以前的号算作外部编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>样式</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumbersCard</name>
    <message>
        <source>随登记册保存</source>
        <translation type="unfinished">Kept with the register</translation>
    </message>
    <message>
        <source>文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年收文起始号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代字和格式相同的文书共用一个编号顺序；没有填写代字的，编号时再填。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机关代字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>格式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一个文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号时填写代字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起始号</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OffsetField</name>
    <message>
        <source>向右</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>向下</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印校正页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>套印有偏差时填写，随登记册保存；先打印校正页量一量</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionalDay</name>
    <message>
        <source>填写日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清除</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionalMoment</name>
    <message>
        <source>填写时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清除</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutboxTab</name>
    <message>
        <source>有往来的单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>将要送出的内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择写到哪里：U 盘、文件夹，或刻录前的文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择文件夹…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写入结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新写入附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方请求补发附件时勾选：没有确认的内容，连同附件全部再写一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不再继续</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>封装并写入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在为{name}封装、写入并读回核对…请不要拔出介质</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已写好的交换包有效，可以交出；没有写的留在登记册里，随下一个交换包写出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 项内容</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>附件 {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有{what}没有写完：请换下一张介质，或者继续写到这里，再按“继续写下一个”。
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已读回核对，可以拔出介质。
收件单位：{recipient}
文件：{path}（{size}，第 {numbers} 号，附件 {files} 个）
校验值 SHA-256：{sha256}
写入介质不等于送达：送达请在事项中另行登记。刻录光盘的，刻好后请放入光盘核对一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已停止写入：介质上没有留下半个文件，待送出内容仍在登记册里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}：{count} 项，附件合计 {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册里还没有使用本程序的其他单位。请先在“成员与密钥”中导入身份卡。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有新内容，只带上本单位已导入对方内容的回执。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有要送给{name}的内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写到：{folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写到：{folder}（可用空间 {free}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续写下一个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>指纹未核对</source>
        <translation>Not compared</translation>
    </message>
    <message>
        <source>待送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理环节</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>大小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写出情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写过，对方未确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>尚未写出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无待送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待送回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收件单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去核对指纹…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutgoingTab</name>
    <message>
        <source>年度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号、标题、主送、签发人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找发文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发文登记簿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看、打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记用印…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明空号…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号作废…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印、导出登记簿…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有符合条件的发文。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有出具过编号的文书。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 个空号待说明</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>选中一件，这里显示它的登记情况。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{numbers}：编号时跳过了这些号。请核对办公室的发文登记后说明原因。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签发人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态</source>
        <translation type="unfinished">State</translation>
    </message>
    <message>
        <source>空号待说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已编号</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PacksCard</name>
    <message>
        <source>规则包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>期限、日历、违法行为、罪名、移送路线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下发规则包…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则包由牵头单位下发，随交换包送来后自动生效。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}&#x3000;版本 {version}，{day} 起施行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择要下发的规则包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则包已生效，并列入给各单位的待送出内容，随下一个交换包送出。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageSheet</name>
    <message>
        <source>第 {number} 页</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperEditor</name>
    <message>
        <source>存稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外部定稿…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号并出具…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回列表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃改动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已存稿 {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有未存稿的改动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改动已于 {time} 自动保存，尚未存稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已恢复 {time} 自动保存的改动，尚未存稿</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>本单位的“{name}”没有登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写“{label}”</source>
        <translation type="unfinished">Fill in “{label}”</translation>
    </message>
    <message>
        <source>收文号按年度自动编排；来文的字号、日期照原件填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来文的扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另行登记：与已登记的不是同一件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来文机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来文字号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收文时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>承办人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>相关事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理情况</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperMemberDialog</name>
    <message>
        <source>登记纸质往来单位</source>
        <translation>Add a paper-only agency</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>不使用本程序的单位，如检察院、纪检监察机关、乡镇。文书打印后送达。</source>
        <translation>An agency without the program, such as a procuratorate, a discipline office or a township. Letters go on paper.</translation>
    </message>
    <message>
        <source>单位全称</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>单位简称</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>职能</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>层级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>页码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 00 页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>显示比例</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书预览</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {number} 页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缩小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放大</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperWindow</name>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>另存…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>另存草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WPS 或 Word 文档 (*.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OFD 文件 (*.ofd)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}（草稿）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件 (*.*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已另存为 {path}。这是未加密的副本，用后请妥善处置。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParagraphField</name>
    <message>
        <source>第 {number} 段</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复原文</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartiesField</name>
    <message>
        <source>当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有当事人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>添加当事人…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编辑…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编辑当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移除当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已移除当事人“{name}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>PartiesTab</name>
    <message>
        <source>没有登记当事人。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartyBlock</name>
    <message>
        <source>号码校验不通过，保留理由：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>显示{name}的号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看完整号码会记入审计日志</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>居民身份证号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>法定代表人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>住所、地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartyDialog</name>
    <message>
        <source>请填写名称或姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}校验不通过：{reason}。请对照原件改正；原件确实如此的，写明保留理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验不通过：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验通过：{number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>该当事人已见于 %n 件其他案件：</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>居民身份证号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>18 位，可带空格</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保留理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>法定代表人（负责人）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>住所、地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>更改口令</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <source>现在的口令</source>
        <translation>Present passphrase</translation>
    </message>
    <message>
        <source>新口令</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>再输入一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>请输入现在的口令</source>
        <translation>Type the present passphrase</translation>
    </message>
    <message>
        <source>新口令至少 {least} 个字符，现有 {length} 个</source>
        <translation>The new passphrase needs {least} characters, it has {length}</translation>
    </message>
    <message>
        <source>两次输入的新口令不一样，请重新输入</source>
        <translation>The two new passphrases differ; type them again</translation>
    </message>
</context>
<context>
    <name>PassphraseEdit</name>
    <message>
        <source>隐藏口令</source>
        <translation>Hide the passphrase</translation>
    </message>
    <message>
        <source>显示口令</source>
        <translation>Show the passphrase</translation>
    </message>
</context>
<context>
    <name>PassphraseStep</name>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>每次打开登记册都要输入。至少 {least} 个字符，可以是几个不相干的词语加空格；不要求大小写和符号。</source>
        <translation>Asked for whenever the register is opened. At least {least} characters; a few unrelated words with spaces will do, capitals and signs are not required.</translation>
    </message>
    <message>
        <source>大写锁定（Caps Lock）已打开。</source>
        <translation>Caps Lock is on.</translation>
    </message>
    <message>
        <source>再输入一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>口令至少 {least} 个字符，现有 {length} 个</source>
        <translation>The passphrase needs {least} characters, it has {length}</translation>
    </message>
    <message>
        <source>两次输入的口令不一样，请重新输入</source>
        <translation>The two passphrases differ; type them again</translation>
    </message>
</context>
<context>
    <name>PictureWindow</name>
    <message>
        <source>另存…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>更改交换位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>添加交换位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存</source>
        <translation type="unfinished">Save</translation>
    </message>
    <message>
        <source>共享文件夹会在后台每分钟查看一次，只数文件，不会自动导入。程序只写入和清理本单位自己的文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation type="unfinished">Folder</translation>
    </message>
    <message>
        <source>用于哪些单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>都不勾选，就是所有单位。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message>
        <source>存放位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>登记册是加密的，放在本机硬盘的一个空文件夹里。不能放在 U 盘或者网络共享上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>请填写完整的路径，或者点“选择…”</source>
        <translation>Give the whole path, or use “Choose…”</translation>
    </message>
    <message>
        <source>选择空文件夹</source>
        <translation>Choose an empty folder</translation>
    </message>
</context>
<context>
    <name>PlacesBar</name>
    <message>
        <source>{name}（新到 {count}）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlacesTab</name>
    <message>
        <source>交换位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>添加交换位置…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更改…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看收件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清理对方已确认的文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验刻好的光盘…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写给多个单位…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有交换位置。把常用的共享文件夹、U 盘或者刻录文件夹添加进来，以后一按就到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉交换位置“{name}”？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只是不再列出；文件夹和里面的文件都不动，以后可以再添加。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>清理了 %n 个对方已确认的文件。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个正被占用，以后再清理。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个与本单位写入时不同，没有动：</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>清理对方已确认的 %n 个文件</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{folder}：现在找不到，接上以后会自动恢复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder}：剩余 {free}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U 盘或者移动硬盘</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态</source>
        <translation type="unfinished">State</translation>
    </message>
    <message>
        <source>空间不足</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>000 个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待写出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>00 个单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可清理</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 个</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个单位</source>
        <translation type="unfinished">
            <numerusform>%n agency</numerusform>
            <numerusform>%n agencies</numerusform>
        </translation>
    </message>
    <message>
        <source>共享文件夹每分钟查看一次，只计数，从不自动导入</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>文书预览</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号、日期留空；要改文字请回到前面的步骤</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>打印</source>
        <translation type="unfinished">Print</translation>
    </message>
    <message>
        <source>双面打印，沿长边翻转</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用红头纸：发文机关标志和红线不再印出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每份编一个号，各印一份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同时打印份号登记表，发放时填写</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补印：原来印有这些份号的纸件已经作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更多设置…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在准备…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部；或者如 1-3,5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>页码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纸面</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>套打</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑没有安装打印机。可以先另存，到别的电脑上打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联席文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished">Cancel</translation>
    </message>
    <message>
        <source>校正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台打印机不能自动双面打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>共 %n 页</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 份文书</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>等</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>止号不能小于起号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在打印…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停止</source>
        <translation type="unfinished">Stop</translation>
    </message>
    <message>
        <source>已经停止。送到打印机的页可能已经印出，没有记作打印。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>ProofDialog</name>
    <message>
        <source>核验文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择交换包、身份卡或名册文件，或导出的证据文件夹，也可以拖到这里。按本登记册里已核对的密钥核验，只看不收，登记册不会改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择证据文件夹…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished">Close</translation>
    </message>
    <message>
        <source>正在核验 {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}“{name}”：{verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名或内容没有通过核验，不要作为依据使用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交换包、身份卡、名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部 (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProposeDialog</name>
    <message>
        <source>已结案的案件和外单位案件的副本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先在表中选中要列入的案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁前须经鉴定、审批，由两名以上人员监销。这里只编制清册，不销毁任何内容。清册永久保留，题名里不宜写个人姓名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有已结案的案件，也没有外单位案件的副本。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清册题名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>副本归档日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保管期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提前销毁依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保管期限没有届满时才填：应当删除的法律条文，或者档案部门的决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提出新的名册根</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提出并签名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册根写明哪些单位的密钥、要几把签名才能更换它。新旧名册根都要达到各自的门槛；门槛两把以上的，签名至少来自两个单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>须几把密钥签名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重做一把封存密钥（只显示一次）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不勾选的，原来的封存密钥继续有效；变更牵头单位时原来的不再列入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>封存密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation type="unfinished">Lead</translation>
    </message>
    <message>
        <source>另由哪些单位持有签名密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有当面核对过指纹的其他单位。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PurposeStep</name>
    <message>
        <source>用途与机制</source>
        <translation>Purpose and mechanism</translation>
    </message>
    <message>
        <source>正式登记册和演练登记册不能互相交换，建立以后不能改。</source>
        <translation>Real and exercise registers never exchange; this cannot be changed later.</translation>
    </message>
    <message>
        <source>正式登记册</source>
        <translation>Real register</translation>
    </message>
    <message>
        <source>演练登记册</source>
        <translation>Exercise register</translation>
    </message>
    <message>
        <source>办理实际案件。</source>
        <translation>For real cases.</translation>
    </message>
    <message>
        <source>培训、演练用；每个页面和每份文书都带“演练”字样。</source>
        <translation>For training; every page and letter is marked as an exercise.</translation>
    </message>
    <message>
        <source>本单位是协同监管机制的牵头单位</source>
        <translation>We lead the joint supervision mechanism</translation>
    </message>
    <message>
        <source>协同监管机制</source>
        <translation>Mechanism</translation>
    </message>
    <message>
        <source>成员单位不用填：收下牵头单位的身份卡并核对指纹后自动加入。</source>
        <translation>Members need not fill this in: they join by taking the lead&apos;s card and comparing its fingerprint.</translation>
    </message>
    <message>
        <source>机制名称</source>
        <translation>Name of the mechanism</translation>
    </message>
    <message>
        <source>如：示例市政府采购领域协同监管机制</source>
        <translation>For example: 示例市政府采购领域协同监管机制</translation>
    </message>
    <message>
        <source>依据文号</source>
        <translation>Founding document</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>牵头的机制</source>
        <translation>Mechanism led</translation>
    </message>
</context>
<context>
    <name>QCoreApplication.self</name>
    <message>
        <source>已用印</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>是</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>否</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>登记回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找</source>
        <translation type="unfinished">Find</translation>
    </message>
    <message>
        <source>选择图片或 PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫描回执上的二维码，或者输入二维码旁的12位校验码后按回车；也可以选择、拖入回执的扫描件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在识别“{name}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入校验码，或者选择扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到的时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执上的时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收件人（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填写人（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请按回执上写的填写时间，精确到分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间晚于现在，请核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间早于成文日期 {day}，请核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写交回执的单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写在回执上签名的人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写回执上写明的转送机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记“{title}”（{number}）的回执。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看这件移送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看收文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>属于签收单位管辖</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不属于，转送其他机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验码或二维码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫描件里的文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交回执的单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>职务、电话（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>管辖</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转送机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到回执的时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图片或 PDF (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择回执的扫描件</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptsCard</name>
    <message>
        <source>随登记册保存</source>
        <translation type="unfinished">Kept with the register</translation>
    </message>
    <message>
        <source>向对方发送已阅回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开事项时，把对方哪些内容已由谁查阅、何时查阅，随下一个交换包告知对方。已阅不是签收，不起算任何期限；关闭后，对方只能看到“已导入”。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptsTab</name>
    <message>
        <source>往来单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只看还没有回音的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再次写入介质…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补发请求…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印、导出…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送出的内容都有了回音。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有向其他单位送出过文书或者办理环节。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选中一项，这里显示它到了哪一层。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书、环节</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方已导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等候天数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执：四层分别登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>前三层不是签收，不起算期限</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoverWindow</name>
    <message>
        <source>返回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从其他单位收回</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryPanel</name>
    <message>
        <source>抄写或打印好以后，请对照纸面输入下面两组：</source>
        <translation>Once it is copied or printed, type these two groups from the paper:</translation>
    </message>
    <message>
        <source>第 {number} 组</source>
        <translation>Group {number}</translation>
    </message>
    <message>
        <source>第 {number} 组与上面显示的不一样，请对照纸面再输入</source>
        <translation>Group {number} is not what is shown above; type it again from the paper</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>建立时间：{moment}</source>
        <translation>Made at {moment}</translation>
    </message>
    <message>
        <source>忘记口令时，只有它能打开登记册。请装入信封密封，与电脑分开保管；任何人拿到它和登记册文件都能打开登记册。</source>
        <translation>When the passphrase is forgotten, only this opens the register. Seal it in an envelope, away from the computer; whoever has it and the register&apos;s files can open it.</translation>
    </message>
    <message>
        <source>联席登记册恢复密钥</source>
        <translation>Recovery key of a Lianxi register</translation>
    </message>
</context>
<context>
    <name>ReferralWizard</name>
    <message>
        <source>新建移送</source>
        <translation>New referral</translation>
    </message>
    <message>
        <source>放弃草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存并退出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>修改移送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提交审批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>草稿已自动保存 {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃这份移送草稿？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已填写的内容会删除，不能恢复；案件登记和证据不受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已恢复 {at} 保存的草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案情与当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去向与依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>材料清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书预览</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对并提交审批</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefusedDialog</name>
    <message>
        <source>没有采用的内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已核实…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished">Close</translation>
    </message>
    <message>
        <source>{agency}&#x3000;第 {seq} 号&#x3000;{type}&#x3000;{title}：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>序号</source>
        <translation type="unfinished">No.</translation>
    </message>
    <message>
        <source>类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容</source>
        <translation type="unfinished">Content</translation>
    </message>
    <message>
        <source>没有采用的理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下列内容确是{agency}所发，但不合办理规则，没有登入，只留作证据；其余内容照常导入。请电话告知对方编号和理由，由对方更正后重新送出。本程序升级后会自动再读一次。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message>
        <source>从各单位收回…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 天</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>登记册还没有备份过，建立已经 {days}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经 {days}没有备份，此后又有 {lines} 处改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去备份</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>须先开启新一代密钥，才能收发</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 处同一编号两种内容</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 项两份内容不同</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 项没有采用</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个单位的交换包缺号</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 处说法不一</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>交换异常</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去交换中心处理…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指纹还没有核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}。核对之前不能与其交换。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对指纹…</source>
        <translation>Compare the fingerprint…</translation>
    </message>
    <message>
        <source>{sender}第 {numbers} 号还没有收到。介质上后面的交换包可以先导入收存，补齐后自动生效。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缺少交换包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{years} 年的放假安排还没有导入，跨到该年的期限为暂定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>期限暂定</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReopenCaseDialog</name>
    <message>
        <source>理由</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreWindow</name>
    <message>
        <source>从备份恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>替换并恢复…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开登记册</source>
        <translation type="unfinished">Open a register</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation type="unfinished">Next</translation>
    </message>
    <message>
        <source>用备份替换现有登记册？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现有的文件夹改名留在旁边，不删除；此后打开的是备份里的内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>替换并恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在恢复并逐个核对…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency}的登记册已恢复到 {folder}，案件 {cases} 件，附件 {files} 个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原来的登记册改名为 {name}，仍在旁边。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接下来：
1. 打开登记册（口令是制作备份时的）。
2. 按窗口上方的“从各单位收回…”，开启新一代密钥。
3. 与每个单位各交换一次：备份以后送出过的内容会从各单位收回。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一步</source>
        <translation type="unfinished">Back</translation>
    </message>
    <message>
        <source>已恢复</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewStep</name>
    <message>
        <source>核对</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>建立以后，用途不能改，存放位置可以整个文件夹搬走；其余随时可以修改。</source>
        <translation>Afterwards the purpose is fixed, the folder may be moved as a whole, and everything else can be changed.</translation>
    </message>
    <message>
        <source>更改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>更改{title}</source>
        <translation>Change {title}</translation>
    </message>
</context>
<context>
    <name>RevokeDialog</name>
    <message>
        <source>吊销密钥：{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>吊销并签发名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>吊销不能撤回：该单位第 {number} 代密钥从此不再被各单位采信，已签发的名册会告知所有成员。该单位要开启新一代密钥并重新核对指纹，才能恢复交换。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如：便携机失窃</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>吊销以前已经导入的都仍然采信</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只采信到某一号为止</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>以前的内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>该单位发给本单位的编号；按编号不按日期，因为日期可以伪造</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采信至第几号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已当面或者用已知的电话向该单位核实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请写明吊销的理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先核实，再勾选</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RosterActs</name>
    <message>
        <source>名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择名册文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已接受{mechanism}名册第 {version} 版。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不接受名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {version} 版的这份文本不接受，作为证据留存。请写明查清的经过：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不接受</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished">Cancel</translation>
    </message>
    <message>
        <source>没有接受这份名册；已记入审计日志。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今天仍要送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册已于{day}到期。今天之内仍可以向名册中的单位送出，请写明理由：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>仍要送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今天之内可以送出；理由已记入审计日志。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把名册写到哪个文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册已写到 {path}。名册不含案件内容，可以用任何方式交给各单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册第 1 版已签发。请导出后交给各单位，各单位看过变化再接受。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新一版名册已签发。请导出后交给各单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>名册根还差 %n 把签名。请导出后交给有关单位会签。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>导出名册根…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册根已采用。请由牵头单位签发下一版名册，各单位随名册更新。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把名册根写到哪个文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册根已写到 {path}。会签后的文件收回后，请在这里并入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册根</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择名册根文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会签后的文件已写到 {path}，请交还牵头单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>签名已并入，还差 %n 把。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>双方逐组核对一致后签字盖章，各留一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对单已交给打印机。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RosterCard</name>
    <message>
        <source>今天仍要送出…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有名册。先收下牵头单位的身份卡并核对指纹，再导入其签发的名册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入名册…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册：{mechanism}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册第 {version} 版：{mechanism}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文本不一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有更新的版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册根待会签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出名册…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建立名册…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签发下一版…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册根</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会签或并入名册根文件…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提出新的名册根…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出名册根…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看并决定…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mechanism}第 {version} 版名册有两份内容不同的文本，签名都有效（来自{who}，{came}）。请立即当面或者用已知的电话联系牵头单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}转来{mechanism}第 {version} 版名册（{came}），需要您看过以后决定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lead}{issued}签发，有效期至{expires}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册根第 {version} 版：{holders}，须 {threshold} 把密钥签名，有效期至{expires}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}说其持有的同一版名册内容不同，请立即与牵头单位核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}持有更新的名册，请向其或者牵头单位索取。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册已于{day}到期，只凭名册采信的单位不能送出。{advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册将于{day}到期。{advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册根已于{day}到期。{advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册根将于{day}到期。{advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请签发下一版并交给各单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请向{lead}索取新的一版。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建立名册以后，成员凭名册互相采信密钥，不必两两当面核对；吊销、更换联络员和成员进出也随下一版名册告知各单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请向{lead}要名册文件；导入以前会先列出变化，由您决定是否接受。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency}（封存）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RouteStep</name>
    <message>
        <source>打印空白表…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>问题线索移送函，打印后手写；不编号，不留记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有问题没有回答，请逐项选择是或者否</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选择接受移送的单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有按建议的去向移送，请写明理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写移送依据，至少一条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送公安机关的，抄送同级人民检察院，请填写名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选择</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}（未使用本程序，走纸质）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建议移送：{receiver}
依据：{clause}
“{quote}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉及{receiver}职责的线索：{clause}。请按纸质方式另行移送，由专人送达；本程序不受理这类线索，不保存这一回答，也不留下任何草稿、文号和记录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空白表：打印后手写，不编号，不留记录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请逐项回答</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送至</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不按建议移送的理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一行一条，印入文书；请写法规全称和条款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抄送人民检察院</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowsField</name>
    <message>
        <source>添加一行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}：添加一行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第{number}行 {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除第{number}行</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SealForm</name>
    <message>
        <source>{number}：照用印登记填写；扫描件可以以后补。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>盖章后的扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用印日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监印人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} 已登记过用印（{copies} 份，监印人 {keeper}）。只附扫描件的补到这一次，改了别的，算再次用印，以后一次为准。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫描件上的校验码与这份文书一致。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫描件上没有读到校验码，请自行核对是不是这份文书。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SealLine</name>
    <message>
        <source>登记用印…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记用印 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看扫描件 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未登记用印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已用印 {day}，{copies} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>，没有扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监印人 {keeper}，批准人 {approver}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretStep</name>
    <message>
        <source>口令或恢复密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制作备份时的口令，或者当时封存的恢复密钥。先核对它，再动任何文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令</source>
        <translation type="unfinished">Passphrase</translation>
    </message>
    <message>
        <source>恢复密钥（9 组，每组 4 个字符）</source>
        <translation type="unfinished">Recovery key (9 groups of 4 characters)</translation>
    </message>
    <message>
        <source>用口令</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>忘记了当时的口令？用恢复密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入口令或恢复密钥</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SerialsField</name>
    <message>
        <source>起号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>止号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>至</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>共 %n 份</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>显示</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>只对这台电脑有效</source>
        <translation>For this computer only</translation>
    </message>
    <message>
        <source> 磅</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Font size</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>下次启动时生效；文书始终为中文</source>
        <translation>From the next start; letters are always in Chinese</translation>
    </message>
    <message>
        <source>安全</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>随登记册保存</source>
        <translation>Kept with the register</translation>
    </message>
    <message numerus="yes">
        <source>%n 分钟</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>无操作自动锁定</source>
        <translation>Lock when idle for</translation>
    </message>
    <message>
        <source>锁定前自动保存正在填写的内容；也可以随时按 Ctrl+L</source>
        <translation>What is being typed is saved first; Ctrl+L locks at any time</translation>
    </message>
    <message>
        <source>更改口令…</source>
        <translation>Change the passphrase…</translation>
    </message>
    <message>
        <source>换一把恢复密钥…</source>
        <translation>New recovery key…</translation>
    </message>
    <message>
        <source>更换密钥…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>怀疑密钥泄露、更换电脑或者移交联络员时使用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令已更改，下次打开时用新口令。恢复密钥没有变。</source>
        <translation>The passphrase is changed; the new one opens from now on. The recovery key stays.</translation>
    </message>
    <message>
        <source>新的恢复密钥已启用。原来封存的那一份作废，请销毁；以前的备份仍用当时的打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>程序</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>联席 {version}</source>
        <translation>Lianxi {version}</translation>
    </message>
    <message>
        <source>本单位</source>
        <translation>Our agency</translation>
    </message>
    <message>
        <source>登记册位置</source>
        <translation>Register at</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>核实异常</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记结论，消除提示</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>例如：已与对方电话核实，办公室已更正文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核实的结论</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制，供电话核实</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupWindow</name>
    <message>
        <source>建立登记册</source>
        <translation type="unfinished">Set up a register</translation>
    </message>
    <message>
        <source>打开工作台</source>
        <translation type="unfinished">Open the desk</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation type="unfinished">Next</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation type="unfinished">Recovery key</translation>
    </message>
    <message>
        <source>登记册已建立。忘记口令时，只有这把恢复密钥能打开它，现在只显示这一次。请抄写或打印，装入信封密封，与电脑分开保管。</source>
        <translation type="unfinished">The register is made. When the passphrase is forgotten, only this recovery key opens it, and it is shown only now. Copy or print it, seal it in an envelope and keep it away from the computer.</translation>
    </message>
    <message>
        <source>打开已有的登记册…</source>
        <translation type="unfinished">Open an existing register…</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation type="unfinished">Back</translation>
    </message>
    <message>
        <source>正在建立…</source>
        <translation type="unfinished">Setting up…</translation>
    </message>
    <message>
        <source>恢复密钥还没有核对。</source>
        <translation type="unfinished">The recovery key has not been confirmed.</translation>
    </message>
    <message>
        <source>登记册已经建立，可以用口令打开；但关闭以后看不到这把恢复密钥，只能以后在设置里换一把新的。</source>
        <translation type="unfinished">The register is made and opens with its passphrase; but once closed, this recovery key is not shown again, and can only be replaced by a new one in the settings.</translation>
    </message>
    <message>
        <source>仍然关闭</source>
        <translation type="unfinished">Close anyway</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>{number} {name}：摘要和证据目录中的附件随下一个交换包送给对方，对方只能查看。以后修改的，再送一次即可；送出的内容可以撤回，但看过的收不回来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收件单位</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharePackDialog</name>
    <message>
        <source>下发规则包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>生效并下发</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished">Cancel</translation>
    </message>
    <message>
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标识、版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>施行日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>条目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对下列内容。下发后，本单位和各成员单位此后新办的事项按它计算；已经开始计算的期限不变。下发的规则包不能收回，只能再下发更新的版本。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>导出 CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件 (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表格 (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”已交给打印机。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已另存为 {path}。这是未加密的副本，用后请妥善处置。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>选择登记册所在文件夹</source>
        <translation>Choose the folder of the register</translation>
    </message>
</context>
<context>
    <name>SizeChoice</name>
    <message>
        <source>每个交换包的大小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>光盘 4.3 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写不下的，分成几个交换包，可以写到几张介质上；对方按任何先后导入都可以。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每个交换包不超过多少 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每包</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>建立名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建立并签发第 1 版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列入已核对指纹的单位和纸质往来单位；没有核对的身份卡不列入。名册由本单位的名册根签名，以后可以提出由另一个单位共同会签。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另做一把封存密钥，打印后密封保管</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册有效期至</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一般一年，到期换版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册根有效期至</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>封存密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册和备份都丢失时，凭它仍能签发名册；只显示一次。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>请填写“{label}”</source>
        <translation>Fill in “{label}”</translation>
    </message>
</context>
<context>
    <name>StepButtons</name>
    <message>
        <source>步骤</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>据来文登记：这是{who}的行为，请按来文上的内容和时间填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位内部环节，不随交换包送出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记后会放进下一个交换包。时间以纸质文书上的为准，精确到分。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{step}”的时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理载体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}（主持工作的负责人审批时填写）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}（已登记“负责人接到报告”的可不填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选择</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间晚于现在，请核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写“{label}”</source>
        <translation>Fill in “{label}”</translation>
    </message>
    <message>
        <source>主持工作的负责人审批，请写明主持工作的依据</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>第 {number} 步，共 {all} 步：{title}</source>
        <translation>Step {number} of {all}: {title}</translation>
    </message>
</context>
<context>
    <name>StepsCard</name>
    <message numerus="yes">
        <source>%n 个环节，最近的在前</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>另有 %n 个环节所依据的前一环节还没有收到，收到后自动显示。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>还没有登记任何环节。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>据来文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>往来交错</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{actor}（{author}登记，{carrier}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{actor}（{person}登记，{carrier}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存附件 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件：{name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strength</name>
    <message>
        <source>口令强度</source>
        <translation>Strength of the passphrase</translation>
    </message>
    <message>
        <source>至少 {least} 个字符，现有 {length} 个。几个不相干的词语最好记。</source>
        <translation>At least {least} characters, {length} so far. A few unrelated words are easy to remember.</translation>
    </message>
    <message>
        <source>容易被猜到：不要用重复、连续的字符或者单位名称、电话。</source>
        <translation>Easily guessed: no repeats, sequences, names or telephone numbers.</translation>
    </message>
    <message>
        <source>尚可；再加一两个不相干的词语更好。</source>
        <translation>Fair; one or two more unrelated words are better.</translation>
    </message>
    <message>
        <source>很难被猜到。</source>
        <translation>Hard to guess.</translation>
    </message>
</context>
<context>
    <name>TeamField</name>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>执法证号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>增加一人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {number} 人姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {number} 人执法证号</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplatesCard</name>
    <message>
        <source>随登记册保存</source>
        <translation type="unfinished">Kept with the register</translation>
    </message>
    <message>
        <source>修改模板…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 种文书使用本单位改过的措辞。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>各种文书都使用程序自带的措辞。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplatesWindow</name>
    <message>
        <source>文书模板</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存</source>
        <translation type="unfinished">Save</translation>
    </message>
    <message>
        <source>恢复程序自带的模板</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>模板正文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>花括号里是登记的内容，不能改名；其余文字可以照本单位的习惯改。改动只影响以后的文书，预览用的是虚构的示例数据。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}（已改）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{name}”这一项登记内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>模板写法有错误：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {line} 行：{words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存，以后的文书照此措辞。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复程序自带的模板？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位改过的措辞会删除；已出具的文书不受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已恢复程序自带的模板。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改动还没有保存，放弃吗？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃后回到上次保存的措辞。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃改动</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>只能改叙述文字；清空一段就不印这一段，换行分成两段。改动随草稿自动保存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份文书没有可以改写的段落。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>办理过程</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可以登记的环节</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改移送内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>谁持有哪一版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记回执…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送出 {all} 项，{open} 项对方尚未导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>送出 %n 项</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>移送至{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}移送本单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案号 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} 发起</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>依据：{basis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部 (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已另存为 {path}。这是未加密的副本，用后请妥善处置。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← 返回列表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>环节、文书和期限</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialDialog</name>
    <message>
        <source>试恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份 (*.lxbackup)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令或恢复密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制作这份备份时的；恢复密钥可以连同短横线输入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始试恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished">Close</translation>
    </message>
    <message>
        <source>把备份恢复到一个临时文件夹（始终加密），打开它，逐页检查数据库，核对审计日志，逐个读完附件，然后删除。现在的登记册不受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在恢复到临时文件夹并逐个读取…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选择备份文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入口令或恢复密钥</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockWindow</name>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>打开另一个登记册…</source>
        <translation>Open another register…</translation>
    </message>
    <message>
        <source>新建登记册…</source>
        <translation>New register…</translation>
    </message>
    <message>
        <source>联席</source>
        <translation>Lianxi</translation>
    </message>
    <message>
        <source>政府采购领域协同监管联络员工作台</source>
        <translation>The liaison officer&apos;s desk for joint supervision of government procurement</translation>
    </message>
    <message>
        <source>打开登记册</source>
        <translation>Open a register</translation>
    </message>
    <message>
        <source>从备份恢复…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>恢复密钥（9 组，每组 4 个字符）</source>
        <translation>Recovery key (9 groups of 4 characters)</translation>
    </message>
    <message>
        <source>用口令打开</source>
        <translation>Use the passphrase</translation>
    </message>
    <message>
        <source>忘记口令？用恢复密钥打开</source>
        <translation>Forgotten? Use the recovery key</translation>
    </message>
    <message>
        <source>恢复密钥在建立登记册时抄写封存。打开后需要设置新口令。</source>
        <translation>It was copied and sealed when the register was made. A new passphrase is set afterwards.</translation>
    </message>
    <message>
        <source>请输入恢复密钥。</source>
        <translation>Type the recovery key.</translation>
    </message>
    <message>
        <source>请输入口令。</source>
        <translation>Type the passphrase.</translation>
    </message>
    <message>
        <source>请再输入一次；忘记口令时用恢复密钥打开。</source>
        <translation>Try again; when it is forgotten, use the recovery key.</translation>
    </message>
    <message>
        <source>请等 {seconds} 秒</source>
        <translation>Wait {seconds} s</translation>
    </message>
    <message>
        <source>正在打开…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>大写锁定（Caps Lock）已打开。</source>
        <translation>Caps Lock is on.</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>核对指纹：{name}</source>
        <translation>Compare the fingerprint: {name}</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>请{name}的联络员在其“成员与密钥”页面上，读出本单位指纹的下面三组，每组 4 位数字。要当面，或者拨打您已经知道的电话；不要用随身份卡一起来的号码。</source>
        <translation>Let the liaison officer of {name} read out these three groups of 4 digits from the page “Members and keys” on their own screen: in person, or over a number you already know, never one that came with the card.</translation>
    </message>
    <message>
        <source>第 {number} 组</source>
        <translation>Group {number}</translation>
    </message>
    <message>
        <source>当面核对</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>电话核对</source>
        <translation>By telephone</translation>
    </message>
    <message>
        <source>视频核对</source>
        <translation>By video</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>How</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>电话核对的写号码</source>
        <translation>The number, if by telephone</translation>
    </message>
    <message>
        <source>对方何人</source>
        <translation>Who read it out</translation>
    </message>
    <message>
        <source>第 {number} 组应为 4 位数字</source>
        <translation>Group {number} has 4 digits</translation>
    </message>
    <message>
        <source>请填写对方是谁读出的</source>
        <translation>Say who read it out</translation>
    </message>
    <message>
        <source>第 {number} 组对不上</source>
        <translation>Group {number} differs</translation>
    </message>
</context>
<context>
    <name>ViolationPicker</name>
    <message>
        <source>选择涉嫌违法行为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选定</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>已选 %n 项</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>按编码、主体、行为或条款查找</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找违法行为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>违法行为目录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ViolationsField</name>
    <message>
        <source>涉嫌违法行为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有选择违法行为。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从目录中选择…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoidForm</name>
    <message>
        <source>只登记“这个文号的文书不再生效”；文号和文书都留在登记簿里，不会再编给别的文书。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“误编”的号不影响以后的编号顺序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>撤回理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>理由随撤回告诉对方，请不要写不应让对方知道的内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{case}
送出过的单位：{names}。
撤回只能让对方的副本从此标明“已撤回”、不再更新；对方已经看过、打印、摘抄的内容，以及介质上的旧交换包，都收不回来，请另行联系。撤回以后永远不能再送出这件摘要。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkbenchPage</name>
    <message>
        <source>逾期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 日内到期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待我审批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待登记签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按期限排列&#x3000;共 {n} 项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待负责人决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方文书已导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在插入的介质上</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>给 %n 个单位</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>没有符合条件的事项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>显示全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今天没有待办。新的移送、对方的答复和期限会列在这里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一个期限：{day}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建移送</source>
        <translation>New referral</translation>
    </message>
    <message>
        <source>导入交换包…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记回执…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YearBox</name>
    <message>
        <source>全部年度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>新建移送</source>
        <translation>New referral</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>编辑</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>登记回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新查找介质</source>
        <translation>Look for media again</translation>
    </message>
    <message>
        <source>写入交换包</source>
        <translation>Write a bundle</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>后退</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>前进</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <source>案号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案登〔2026〕123号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>逾期 12 日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>承办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>甲某某某</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>投诉举报来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12,345.67 万元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>吊销后收到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>摘要已撤回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌犯罪</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送出的摘要已经撤回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{owner}的案件摘要，本单位只能查看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌犯罪，尚未移送：不得以行政处罚代替移送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} 登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>是，须考虑移送公安机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>否</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>线索来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发现日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉案金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>承办人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {n} 版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项目名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项目编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>类别、方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采购人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预算金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合同金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开标（评审）日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中标（成交）人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监督检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>投诉举报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审计移交</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他单位移送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上级交办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>媒体报道</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主动报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>经手</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>示例市公安局</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{act}：{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采购代理机构</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保留原件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未填号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按原件保留</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>添加当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>条款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>法第七十七条第一款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{owner}已于 {day} 撤回这件摘要：{reason}。不再更新，请勿据此办理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位已于 {day} 撤回送出的摘要：{reason}。对方的副本标明已撤回；看过的内容收不回来。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>closing</name>
    <message>
        <source>结案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记结案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复办理</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>disposal</name>
    <message>
        <source>登记销毁审批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记审批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执行销毁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>永久销毁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编制销毁清册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编制清册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案登〔2026〕123号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责任者</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>示例市公安局</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结案日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>能否列入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有往来事项还没有归档</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>副本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可以</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待审批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已审批，待执行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已销毁，待清理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已依法销毁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编制时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>件数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态</source>
        <translation type="unfinished">State</translation>
    </message>
    <message>
        <source>编制人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清册校验值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>鉴定意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监销人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>仍含内容的备份</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>due</name>
    <message>
        <source>今日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今日 </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>临期 %n 日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有 %n 日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>逾期 %n 日</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>添加证据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加入证据目录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>鉴定意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不在本机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已固定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提取</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原件情况</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>同一编号两种内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发出单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>写出时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入后将发生的变化</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新增附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}，与对方签名的清单逐个相符</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方已导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位送出的第 1 至 {last} 号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>往来台账随之更新；不等于送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有新内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册里已经有其中的全部内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新一代密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由当面核对过的旧密钥担保；此前几代的交换包从此不再导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先收存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缺第 {numbers} 号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下列内容先收存，不生效；缺少的补齐后自动生效</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大文件分段</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}；各段收齐后自动合成，随后可以打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原样留存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本版本程序不认识这类内容，升级后自动读入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新增{what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender}收回一件案件摘要：{reason}。标明“已撤回”，不再更新</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方撤回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件摘要</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方已阅</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位送出的 {count} 项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender}有人打开看过；不是签收，不起算期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册第 {version} 版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对名册自己的签名以后生效；与当面核对过的密钥不符的，等人决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender}为牵头单位的，此后新办的事项按它计算期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位内容送还</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复以前送给{sender}的内容，核对原签名后登回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归{sender}所有，本单位只读；可以据此登记本单位案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在“移送”中查看和登记签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入不等于签收：期限自登记的签收时间起算</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可以查看、打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender}：只带来回执，没有新内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender}第 {numbers} 号：新增 {new} 项、附件 {files} 个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方已启用新一代密钥，由当面核对过的旧密钥担保。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缺第 {numbers} 号：后面的 {ahead} 项已收存，补齐后自动生效。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} 项原样留存：本版本不认识，或者它所说的内容还没有来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} 项没有采用，留作证据：理由见上方“异常”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} 项与已有的不同，两份都保留：请在上方“异常”里比较。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方丢失的 {n} 项内容，随本单位的下一个交换包送还。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} 等 {count} 个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（自称）{handle}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>异常</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>letters</name>
    <message>
        <source>拟稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记纸质来文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记</source>
        <translation type="unfinished">Add</translation>
    </message>
    <message>
        <source>办理情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存</source>
        <translation type="unfinished">Save</translation>
    </message>
    <message>
        <source>归入案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有相关事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明空号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记用印</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>matters</name>
    <message>
        <source>呈报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出具</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立案与否</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>反馈结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归档</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>进程：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人民检察院</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到期：{at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>顺延后：{at}（节假日顺延）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>至迟：{at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补正后另算：{at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起算时间为推定：没有回执上的签收时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暂定：{years} 年放假安排未导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未按期的后果：{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可以行使的权利或者时间窗口，过后不算逾期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把握中等，请核对原文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机制内部建议，不是法定期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉案物品</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存这一项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号并出具</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记外部定稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记“{step}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>members</name>
    <message>
        <source>本单位</source>
        <translation>Our agency</translation>
    </message>
    <message>
        <source>已吊销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>仅纸质</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有身份卡</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密钥已换，待核对</source>
        <translation>New key, to compare</translation>
    </message>
    <message>
        <source>未核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册认可</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由旧密钥担保</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已当面核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已更换</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>money</name>
    <message>
        <source>{sum} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sum} 万元</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>navigation</name>
    <message>
        <source>联席</source>
        <translation>Lianxi</translation>
    </message>
    <message>
        <source>案件登记</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>{agency} — 联席</source>
        <translation>{agency} — Lianxi</translation>
    </message>
    <message>
        <source>【演练】</source>
        <translation>[Exercise] </translation>
    </message>
    <message>
        <source>工作台</source>
        <translation>Workbench</translation>
    </message>
    <message>
        <source>移送</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交换中心</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>成员与密钥</source>
        <translation>Members and keys</translation>
    </message>
    <message>
        <source>审计日志</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>receipts</name>
    <message>
        <source>纸质往来，尚未答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● 签收、受理、答复：{answers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ 签收、受理、答复：尚未</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ 签收、受理、答复：不需要</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answer}（{told}，期限以纸质为准）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纸质往来，不经交换包</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>已阅回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存</source>
        <translation type="unfinished">Save</translation>
    </message>
    <message>
        <source>文书模板</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sharing</name>
    <message>
        <source>送出案件摘要</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列入待送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回已送出的摘要</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回，不能反悔</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signers</name>
    <message>
        <source>导出签名者清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部 (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名者清单已写到 {path}：{usable} 个可信的密钥，{remarks} 个未核对或已作废的写成注释。收到的人仍应当面或用电话向各单位核对指纹。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>登记册没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有导入任何内容，登记册没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有恢复任何内容，登记册没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外部编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>误编</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因不明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本系统定稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外部定稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有填写机关代字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机关代字里不能有数字、空格和括号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>格式里没有{号}的位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>格式里同一个位置写了两次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>花括号里只能写代字、年、号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年、号和数字之间要有别的字隔开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只有数字，看不出是文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>除纪要外，文号只能用第一种格式（GB/T 9704 7.2.5）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代字超过20个字，或者格式超过40个字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监印人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来文机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明空号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记文号作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记用印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附上用印后的扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记收文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补充收文登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已填写的内容都保留着。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从 {first} 到 {last} 不能一次说明。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>止号不能小于起号，一次最多说明 {most} 个号；更多的请在设置里填写起始号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号“{number}”的文书没有撤回，或者已经用印，不能这样登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先在事项里登记撤回，再登记文号作废；已经用印的，只能登记作废，不能登记误编。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号“{number}”里有看不见的字符，或者超过 {most} 个字，不能登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请照原件把文号重新录入一遍，不要粘贴。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter_kind}不单独编文号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请作为草稿查看、打印，随主件一起送出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号“{number}”已经登记为“{why}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原来登记的没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对文号；作废、误编登记以后不能改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成文日期不能是 {dated_on}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写 {earliest} 至 {latest} 之间的日期；这台电脑的日期不对的，请先改正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{number}”的份号 {first} 至 {last} 里有已经印过的，一个份号只用一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请从没有印过的号起印；原来的那份作废、要补印的，勾选“补印”后再打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用印日期 {sealed_on} 早于“{number}”的成文日期 {dated_on}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对用印登记，填写成文日期当天或者以后的日期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能这样编文号：{faults}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一般文书用“{{代字}}〔{{年}}〕{{号}}号”，请改正后再保存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本程序已经编过“{number}”，起始号不能比它大。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起始号之前的号算作外部编号，请填写不大于它的号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫描件“{name}”上的二维码是“{title}”（{number}）的，不是这份文书的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请换这份文书的回执扫描件；要登记“{number}”的回执，请先查找那份文书。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书{number}的回执时间先后不对：{later} 早于 {earlier}（文书出具的时间，或者签收的时间）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对回执上写的年月日时分。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender}对文书{number}的回执已经登记，收文编号{entered}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对交回回执的单位；要补充的，请到“收文”里修改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sender}”的“{number}”已经登记过，收文号 {entered}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对来文；确是另一件的，勾选“另行登记”后再登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书没有出具，没有占用文号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>介质上没有留下半个文件，待送出内容仍在登记册里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有从{awaited}收齐</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单独发出的、只用纸面送出的文书没有单位能够交还</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据不符合规定格式，不能读取。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对来源后重新提供。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>必填项还没有填写：{fields}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请补齐后再提交。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}“{value}”校验不通过：{reason}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请对照原件改正；确属原件如此的，写明理由后可以保留。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请刷新列表后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}”有 {length} 个字，超过上限 {limit} 个字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请精简，或把详细内容作为附件附上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代号“{handle}”不能用作文件名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请用 1 至 16 个小写字母、数字，中间可用短横线，如 rz-czj。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册不能放在 {folder}：{reason}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有建立任何文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选本机硬盘上的空文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间先后不对：{later} 作出的决定早于 {earlier} 接到的报告。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对接到报告和作出决定的时间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”是空文件，没有内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对选的文件，必要时重新复制或扫描。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当前状态“{state}”下，{by}不能登记“{step}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对往来记录，先登记前一环节，或登记更正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这条记录属于{owner}，本单位只能查看。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如需修改，请函告对方更正；本单位的意见可以另行登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送涉嫌犯罪案件只能由正职负责人或者主持工作的负责人审批（国务院令第310号第五条），“{post}”不能审批。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审批没有登记，移送书不能出具。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请报正职负责人；正职空缺的，写明主持工作的依据。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}”的文书已经出具，不能再改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容有误的，请登记更正，或登记撤回后重新办理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}”当前“{state}”，移送内容不能再改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>需要修改的，请先登记退回，改好后重新呈报。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领导干部插手干预政府采购等问题线索，应当在本程序之外以纸质方式向纪检监察机关移送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本程序没有保存有关内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请按本单位规定密封报送，不要在程序中登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先办理移送，等公安机关作出决定，或者登记不批准移送的理由，再结案。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}不能列入销毁清册：{reason}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先办结、归档并与对方交换一次，再编制销毁清册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}的保管期限还没有届满（{until}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请到期后再办；依法应当提前删除的，写明条文或者档案部门的决定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}{reason}，不能再办理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已结案的，可以先登记恢复办理；已依法销毁的，只留有清册和校验值。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册没有改动，没有销毁任何内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对销毁清册；内容有变化的，重新编制清册并重新报批。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令或恢复密钥不对（已连续 {failures} 次）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册没有打开，数据没有丢失。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 不是联席登记册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>该文件夹没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选择建立登记册时的文件夹，或新建登记册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册已损坏（{part}），不能打开：{path}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序没有改动其中任何文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先把整个文件夹复制留存，再用最近的备份恢复；对方单位也留有已送出的数据。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册由更新版本的程序写成（{found}），本程序只认得 {known}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册没有打开，也没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请升级本机程序后再打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册正在被另一个程序使用（{host}，进程 {pid}，自 {since} 起）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先关闭那个窗口或命令，再重新打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 里已经有一个登记册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原有登记册没有改动，也没有新建。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请直接打开它，或另选一个空文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件“{name}”的文件不见了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记的名称和校验值仍在，其他附件不受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请从备份或原始载体取回同一文件重新添加。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件“{name}”与登记时的校验值不一致，可能被改动或损坏。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有使用该文件，登记的校验值没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请用原始载体核对后重新提取，并记录原因。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令只有 {length} 个字符，太短。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令没有设置或更改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请至少用 {least} 个字符，例如几个不相干的词语。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密钥文件比登记册旧（第 {found} 版，应为第 {expected} 版）：{path}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请换回最近一次更改口令后的密钥文件，或用备份恢复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>输入的不是恢复密钥：有字符抄错、多抄或漏抄。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请对照密封件逐组核对（9 组，每组 4 个字符）后再输入一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机可用内存不足，核对口令需要 {needed_mib} MiB。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请关闭其他程序后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密钥文件 register.keys.json 已损坏，不能打开：{path}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先把整个文件夹复制留存；其中有 register.keys.json.bak 时，用它替换损坏的文件再打开，没有时用最近的备份恢复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个口令或恢复密钥打不开备份 {path}（{made_at} 制作）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有恢复任何内容，原有登记册没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请用制作备份时的口令，或者当时封存的恢复密钥；以后更换的打不开它。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 不是联席的备份文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选扩展名为 .lxbackup 的文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份 {path} 没有复制完整（应有 {expected} 字节，现有 {found} 字节）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请从原来的介质重新复制一次，或者换用另一份备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份 {path} 已损坏或被改动过（{part}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请换用另一份备份，并检查存放备份的介质。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份 {path} 由更新版本的程序制作（{found}），本程序只认得 {known}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请升级本机程序后再恢复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件夹 {path} 里有别的文件，不能放登记册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>那些文件没有改动，也没有放入任何内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选一个空文件夹，或者新建一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请对照证件或原件核对用字；确为该字的，请安装含有该字的字体，并在“设置—公文字体”中改用本单位字体。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册恢复或者换过密钥以后，{awaited}，文号“{number}”可能以前已经用过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请与办公室的发文簿核对文号；确未用过的，勾选确认后再出具。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{section}太长，一页放不下，多出 {over} 行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请精简，或把详细内容写进正文、附件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记的内容变了，改过的段落对不上：{paragraphs}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请打开草稿，按新的内容重新修改这些段落。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正文改过 {count} 段，还没有核对：{differences}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请看草稿，逐字对照改过的段落；核对后勾选确认，再出具。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请打开草稿，照检查结果改正后再出具。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请用安装包修复本程序。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选定的公文字体“{font}”不能使用：文件 {path} 已不在原处，或者与选定时不同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请装回该字体，或在“设置—公文字体”中重新查找、另选字体。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{letter_kind}”由本单位在自己的业务平台制作，这里没有启用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请在“办理过程”登记该环节并附扫描件；要在本程序制作的，请先在“设置—文书”启用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方没有已经超过的法定期限，不出具催办函。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要了解办理情况的，请出具商请反馈函。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{letter_kind}”不是本单位在这一事项中出具的文书。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到对方这份文书的，请在“办理过程”登记，并附扫描件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}”不是校验码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验码是12位数字和字母（没有字母O、I、L、U），印在回执的右上角，请重新输入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本登记册里没有校验码为{check_code}的文书。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号{number}在本登记册里是“{title}”，但纸上的内容与登记的不同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份纸质文书可能是改过的，或者是出具前的旧稿。请与登记的正式文书逐字核对，并向对方核实来源。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在“{name}”里没有认出本程序的二维码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请用图片或者PDF，按200dpi以上重新扫描，二维码不要折叠、涂抹；也可以直接输入回执上的12位校验码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份文书（文号{number}）不是本登记册出具的，本登记册也没有收到过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>别的单位出具的，请先导入其交换包再登记签收；本单位另一登记册出具的，请在那个登记册里登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 没有复制完整。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这不是篡改：请从介质上重新复制，或请对方重新写入一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 不是可以识别的交换包，或已损坏。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对文件来源；确为对方所发的，请其重新写入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 的签名无效（{part}），自称来自{claimed}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请保留该文件，电话联系对方联络员核实，请其重新送出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 的发件人不在名册中（自称{claimed}，指纹 {fingerprint}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先导入对方的身份卡并当面核对指纹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender}的指纹还没有当面核对，{path} 暂不能导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请在“成员与密钥”中核对指纹后再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 是发给{recipient}的，不是发给本单位的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请把介质转交对方，或请发件单位重新送出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}（{sender}第 {first} 至 {last} 号）已经导入过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有重复导入；回执会随下一个交换包再次送出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不需要再做什么。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender}第 {seq} 号与已导入的内容不同（{path}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 是{sender}第 {incarnation} 代密钥写的，这一代已由名册吊销（{reason}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请电话告知该单位：开启新一代，由牵头单位在新名册里列入新密钥，或者双方当面核对新身份卡，再重新封装。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{recipient}的密钥已由名册吊销（{reason}），不能向其封装交换包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请等新名册列入该单位的新密钥，或者当面核对其新身份卡；其间请用纸质送达。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请打开交换中心，按提示“开启新一代”：换新密钥，并请各单位把本登记册缺少的内容带回来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender}第 {seq} 号内容格式不对，或者涉及不归其登记的记录（{path}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>该条已作为证据保存，没有采用；其余内容照常导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请把编号告知对方联络员，由对方查明后更正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender}第 {incarnation} 代有两把不同的密钥，{path} 不是用已核对的那一把签的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方可能从同一份备份恢复过两次。请把本单位的下一个交换包交给对方，对方导入后按提示“开启新一代”，内容会随新交换包再来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender}第 {incarnation} 代在同一编号下说过两种内容，{path} 里的内容暂不导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册没有改动，其中的回执已经记下。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请把本单位的下一个交换包交给对方；对方“开启新一代”后，全部内容会重新送来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请打开交换中心，按提示“开启新一代”，再继续收发。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>《{subject}》没有送出给任何单位，不需要撤回。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如需停止办理，请结案或者在事项中登记撤回。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>《{subject}》的案件摘要已经撤回，不能再送出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确需重新共享的，请另立一个案件，写明与原案件的关系。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名者清单 {path} 有不能采用的行：{lines}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有按这份清单核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请改正这些行，或向出具清单的单位重新要一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证据文件夹 {path} 与导出时不一致：{file}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件夹没有改动，不能作为原样证据使用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请从原介质重新复制；仍不一致的，请导出单位重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 不是交换包、身份卡、名册，也不是导出的证据文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有读取其中的内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对选的文件或文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}”还没有随交换包送出或收到过任何内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请在送出或收到交换包以后再导出；纸质往来以纸质材料为准。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请关闭介质的写保护，或者换一个文件夹；刻录盘请先写到文件夹再刻录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 来自{theirs}登记册，本机是{ours}登记册，两者不能混用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}不能结案：{reason}（{article}）。应当移送的涉嫌犯罪案件，不得以行政处罚代替移送（国务院令第310号第十一条）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁清册不能这样办理：{reason}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请换用对应的登记册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 的格式版本（{found}）比本程序新。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请升级本机程序后再导入，文件请保留。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{recipient}的指纹还没有当面核对，不能向其封装交换包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有写出任何文件，待送出内容仍在登记册里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请在“成员与密钥”中导入身份卡并核对指纹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有要送给{recipient}的内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有写出任何文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 是{sender}旧登记册（第 {found} 代）写的，现已是第 {known} 代。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容会随对方的新交换包再来，该文件可以不用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 不是有效的身份卡。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请对方重新导出身份卡。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency}指纹的第 {groups} 组对不上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有标记为已核对，不能与其交换。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请对照对方屏幕或打印的指纹重新输入；仍对不上的，这张身份卡不是对方的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender}已导入过本单位登记册里没有的内容，本登记册可能是用旧备份恢复的（{path}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册是恢复来的，或者本单位密钥已被名册吊销；还没有“开启新一代”，不能收发交换包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 空间不足：需要 {needed}，只剩 {free}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请清理或换一个介质后再写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 是只读的，不能写入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>读写中途找不到 {path} 了，介质可能被拔出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册没有改动，待送出内容仍在登记册里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请重新插好后再试；介质上未写完的文件会被忽略。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写入 {path} 后读回的内容不一致，介质不可靠。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>该文件已作废，待送出内容仍在登记册里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请换一个介质重新写入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>读写 {path} 时被系统拒绝。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请检查介质或换一个文件夹后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 是 FAT 格式，单个文件不能达到 4 GB；要写的文件有 {needed}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请分成几个交换包写入，或者换一个 exFAT、NTFS 格式的介质。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 处已有同名的另一个文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>那个文件没有改动，也没有写入新的文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请移走那个文件，或者换一个文件夹后再写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 正被另一个程序占用（多为杀毒软件或者同步程序）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请稍等片刻再试；一直这样的，请关闭占用它的程序。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} 不能设为交换位置：{reason}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请另选一个文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 里没有“{name}”这一批要刻录的任何文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有登记校验结果，刻录文件夹没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对放入的光盘和选的批次；光盘没有问题的，请重新刻录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有的字没有字体可以印出：{found}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书还缺少内容：{fields}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请补齐后再出具。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号“{number}”已经用过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对办公室给的文号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书模板“{template}”有错误（{reason}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请恢复程序自带的模板。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书有不符合规定的地方：{findings}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>字体文件“{font}”不能使用（{reason}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书{number}不是本登记册排版定稿的，不能另存为别的格式。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请另存保存的原文件“{name}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请逐位核对，错一位也查不到；只差一位的有：{near}。外部定稿的文书没有校验码，请在“移送”里按文号查找。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份拟稿已经出具（文号{number}），不能再改动或者删除。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>需要另发一份的，请“复制为新稿”，在新稿上修改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则包“{pack}”不能使用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>仍使用原来的规则。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请向牵头单位要正确的规则包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序遇到没有预料到的情况。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存的内容没有丢失。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请重新打开程序；再次出现时请把编号告诉维护人员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>线索来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>基本案情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已采取的措施</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理、处罚情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证据名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制发机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受文机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主办人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查询方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立案通知（请先登记对方立案）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立案通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来文文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来文名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检察意见书文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检察意见书名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方已过的法定期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审计范围和期间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审计项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送的机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉案物品</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>负责人接到报告的时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保密要求</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与追诉标准的对照</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案情重大</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案情复杂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案情疑难</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>性质难以认定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>财政→公安：立案追诉标准、证据的固定和保全等</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>财政→市场监管：产品检测、市场监管相关规定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>财政→审计：审计移交案件调查情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公安→财政：案件办理中的专业性问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公安→市场监管：案件办理中的专业性问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公安→审计：案件办理中的专业性问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会议地点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主持人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>咨询类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>咨询理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件基本情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已查阅了解的情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>咨询的问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>希望答复日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来函标题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来函文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来函日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复函事由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>需要说明的事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会议名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会议目的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会议时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>参会人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会议议程</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会议材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执报送日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纪要名头</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>召集单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通报的情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会议认为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>议定事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出席人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请假人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列席人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分送单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通报事由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>基本情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>信息来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工作建议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使用要求</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行文方向</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机制名称</source>
        <translation type="unfinished">Name of the mechanism</translation>
    </message>
    <message>
        <source>统计起日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>统计止日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>运行数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工作开展情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存在的问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>意见建议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一步打算</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案例名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>定性</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>依据的条文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警示意义</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准发布的人或会议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公开属性</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一行一项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写进标题；不必写明的，用“某公司”“某项目”代替</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建立机制的通知及文号；机制未列明的咨询，写所依据的条文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>五至八行即可；与咨询无关的姓名、单位名称请隐去</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一行一个问题，自动编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>限财政部门就复杂、疑难、性质难以认定的案件咨询公安机关；条文请先核对原件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照来函写，不加书名号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>印作“关于……的复函”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如：以上意见根据来函所述情况提出，仅供办理案件参考，不代替受理后的审查结论。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写全称和届次，如：……联席会议2026年第三次会议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>印作“为……，定于……召开”，可不填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一行一项，单位或者职务</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一行一项，自动编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不填的，不附参会回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>印作红色名头“……纪要”，如：……联席会议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>印作标题，如：2026年第三次会议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不填的，为本单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一行一段</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一行一段，每段前自动加“会议认为”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>多个单位用顿号隔开；没有时限的印“持续落实”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一行一人，如：甲某某（市公安局）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一行一人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>印作“关于……的通报”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如：仅供成员单位工作参考，不作为处理依据，不得对外公开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一行一人，上行文必填，印在文号右侧</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如：政府采购领域协同监管机制</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自动合计；超过十行的，另作附件“运行情况统计表”；只报本单位的，单位可不填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>向社会公布的可不填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>隐去当事人，如：某公司提供虚假材料谋取中标典型案例</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>隐去姓名、单位名称、证件号码和项目编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一行一条，如：《政府采购法》第七十七条第一款第一项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只留存，不印出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写明高检会〔2006〕2号规定的七日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报上级机关（市政府、省厅）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>此件公开发布</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所问</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>依据（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>配合单位（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发起</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每一问都要有答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每一项议定事项都要写明事项和责任单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报上级机关的，请填写签发人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>统计止日早于统计起日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执报送日期晚于会议日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主送机关不是这一咨询类别里被咨询的机关，请核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机制未列明的咨询，请填写依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只有财政部门就复杂、疑难、性质难以认定的案件咨询公安机关，才可以写明七日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当事人名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌罪名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>刑法条文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缺少材料的理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抄送机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拟移送机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>专案组成员（两名以上，均有执法证号）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送达文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送书文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作出决定的机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>决定文书名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>决定文书文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不予立案的理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去函名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去函文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>商请反馈的事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机关名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>毫米</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{actual}，早于发文的{expected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纸张宽</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纸张高</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>版心左边</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>版心右边</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>版心上边</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>版心下边</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行距</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发文机关标志上边</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>红色分隔线的距离</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>红色分隔线的长度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>页脚红色双线的位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发文字号上方的距离</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发文字号右边</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标题上方的空行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标题的居中位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>页码两侧的一字线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>页码到版心的距离</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>页码的左右位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成文日期右边</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>署名的居中位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>印章顶端到正文的距离</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>印章之间的空白</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>印章的左右边界</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>版记末线的位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>落款页上的正文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>首页应当显示的正文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发文字号的写法</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发文字号的年份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期不编虚位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不用“此页无正文”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉密标志（本程序不得处理涉密文书）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主送机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件说明的件数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件序号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审批人的职务</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纪要不加盖印章</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有标题，不能编号印发</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一段正文都没有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会议日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正文提到的附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正文写“{actual}”，附件说明里没有这个附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>典型案例里的个人、单位信息</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{actual}，应当隐去</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代码、编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称、姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>条款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间</source>
        <translation type="unfinished">Time</translation>
    </message>
    <message>
        <source>数量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>否定词</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>推荐</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>推算</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>实务</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第{page}页&#x3000;{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应为{expected}，实为{actual}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应为{expected}，现在没有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不应有：{actual}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GB/T 9704-2012 第{clause}条，{strength}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clause}，{strength}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通行做法</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称和数字没有变化</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改后少了{kind}“{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改后多了{kind}“{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>署名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册是用 {made_at} 的备份恢复的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册比这台电脑上次使用的旧：停在 {made_at}，上次用到 {newest_at}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册是凭身份卡重建的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他单位记得的往来比本登记册多，登记册曾被换成旧的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册已吊销本单位现用的密钥，各单位不再收取。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>此后登记的内容，凡送出过的，可以从各单位收回：先开启新一代密钥，再与每个单位各交换一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送出过的内容可以从各单位收回：先与每个单位互交身份卡、当面核对指纹，再开启新一代密钥，然后各交换一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先开启新一代密钥，再把新身份卡交给牵头单位和各单位、当面核对指纹；旧密钥不能为新卡担保。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制作时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>审计日志（行）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>逐个读完的附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件合计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据库有错</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审计日志断在第几行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与校验值不符的附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不见了的附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>试恢复成功：这份备份可以用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>试恢复发现问题：请检查登记册和存放备份的介质，换一个地方重新备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采购人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采购代理机构</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>供应商</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>评审专家</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公开招标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邀请招标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>竞争性谈判</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>竞争性磋商</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>询价</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单一来源采购</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>框架协议采购</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合作创新采购</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>货物</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工程</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>物证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>书证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>陈述、证言</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>鉴定意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核实、比较的结论</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>勘验、检查等笔录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>视听资料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电子数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已依法销毁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作出行政处罚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不予行政处罚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送司法机关处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移交其他机关处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>违法事实不成立</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>定期10年</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>定期30年</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>永久</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件还没有结案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有往来事项还没有归档或撤回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有期限事项还没有办结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有内容还没有送到对方登记册，销毁后对方永远收不到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份销毁清册还没有登记审批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监销人不足两名不同的人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记册中有关内容与审批的销毁清册不一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份销毁清册已经审批、撤销或执行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件涉嫌犯罪，没有移送，也没有不批准移送的决定和理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送还没有结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送中本单位的期限事项还没有办结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不是 18 位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有不该出现的字符</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其中的组织机构代码（第 9 至 17 位）校验位不对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最后一位校验码不对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出生日期不存在</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出生日期晚于今天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已结案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外单位摘要</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>演练</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>财政</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公安</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>市场监管</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纪检监察</source>
        <translation>Discipline</translation>
    </message>
    <message>
        <source>检察</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>市级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>区县级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在可移动介质上，拔出或遗失时登记册也随之不见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在网络共享上，两台电脑同时打开会损坏登记册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所在磁盘剩余空间不足 500 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>里面已经有其他文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在找不到这个文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>它在登记册里面，或者登记册在它里面</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>它已经是另一个交换位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建立登记册</source>
        <translation>Set up a register</translation>
    </message>
    <message>
        <source>发现登记册是旧的副本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭身份卡重建登记册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制作备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>试恢复备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除多余的旧备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用备份恢复登记册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更改口令</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <source>更换恢复密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更改设置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选定公文字体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入规则包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存对方的身份卡</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收下身份卡</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对指纹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记纸质往来单位</source>
        <translation>Add a paper-only agency</translation>
    </message>
    <message>
        <source>登记案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出证据文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出签名者清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写出交换包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入交换包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>丢弃拼不成原件的分段</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发现同一编号两种内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由对方带回本单位的记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发现本登记册是旧的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开启新一代并更换密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各单位的说法不一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核实异常后登记结论</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>比较两种内容后作出处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回已送出的案件摘要</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设置交换位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉交换位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清理对方已确认的交换包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备好刻录文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验刻好的光盘</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查阅对方送来的内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到对方的已阅回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印台账或报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出台账或报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存已出具的文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改写文书正文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改文书模板</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复程序自带的模板</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起草文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改文书拟稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制为新的拟稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记文书所属案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除文书拟稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复办理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编制销毁清册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记销毁审批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销销毁清册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执行销毁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清除已销毁内容的残留</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印销毁清册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名无效</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未知发件人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指纹未核对</source>
        <translation>Not compared</translation>
    </message>
    <message>
        <source>非发给本单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>演练、正式不符</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>版本过新</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密钥已吊销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能读取</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件摘要</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>启用新一代密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原签名清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送还的内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位全称</source>
        <translation type="unfinished">Full name</translation>
    </message>
    <message>
        <source>单位简称</source>
        <translation type="unfinished">Short name</translation>
    </message>
    <message>
        <source>联络员</source>
        <translation type="unfinished">Liaison officer</translation>
    </message>
    <message>
        <source>使用人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对的时间、地点和在场人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方读出的指纹（至少三组）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不予立案通知书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方通知的签收时间（请先登记签收）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机关代字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签发人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序</source>
        <translation type="unfinished">Program</translation>
    </message>
    <message>
        <source>窗口组件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书字体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书模板</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>剩余空间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审计日志</source>
        <translation type="unfinished">Journal</translation>
    </message>
    <message>
        <source>拒绝导入交换包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>丢弃未核对的身份卡</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改移送内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出文书草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出具文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提醒备份的天数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保留的备份份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>携带人或者方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收件单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结案依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复办理的理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要列入清册的案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清册题名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结案或者归档日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发文机关标志</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出席、请假、列席人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>印发机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列入待送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由外单位摘要立为本单位案件</source>
        <translation type="unfinished">Own case opened from an extract</translation>
    </message>
    <message>
        <source>查看当事人证件号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记证据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建移送</source>
        <translation type="unfinished">New referral</translation>
    </message>
    <message>
        <source>副本不完整</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已损坏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同一编号两种内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>旧一代所写</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>须先开启新一代</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容有误</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>两把密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已停收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>介质已拔出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可收存，缺 {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可导入，新一代密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理环节</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份卡</source>
        <translation>Identity card</translation>
    </message>
    <message>
        <source>登记册里找不到这条{kind}记录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记的时间 {moment} 还没有到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对年月日时分；时间无误的，请检查本机时钟。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对后再试（连续多次不对时要等 {wait_seconds} 秒）；忘记口令时用恢复密钥打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>两份内容都已存证，其后的内容暂停导入。对方的登记册可能用旧备份恢复过，或者有两台电脑同时在用：请电话告知对方，对方导入本单位的下一个交换包后按提示“开启新一代”即可。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方确认已全部导入，不需要再做什么。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>两种内容的记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁清册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书拟稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交换位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用印登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据库</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密钥文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件头</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>封面</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册根</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名者</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待审批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不批准移送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已批准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已出具，待送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待补正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已转送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已退回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已受案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不予立案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复议中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复议维持</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复议撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已建议立案监督</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>物品材料已移交</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已反馈结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纸质来文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空号待说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已归档</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>组成专案组</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>呈报移送报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>负责人接到报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准移送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作出行政处罚决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出具移送书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抄送人民检察院</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方未接收或者拒签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收（回执）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回移送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知补正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补正材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转送有管辖权的机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回（不属本机关职责范围）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准延长期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准再延长期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回案卷材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移交涉案物品和材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立案后移送其他公安机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销案件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>反馈结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提请复议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复议维持原决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复议撤销原决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建议立案监督</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检察院要求说明理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检察院通知立案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检察院告知审查结论</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复行政处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抄送行政处罚决定书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办结归档</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记签收来文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已阅</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废误登</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工作联系</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内部备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所针对的环节</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审批人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移交的物品和材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>呈报人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送达人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办结情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>决定作出时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移交人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>专案组成员（两人以上，执法证号）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送达方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>需要补正的材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正后的时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>罪名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>承办人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审批意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处罚内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>主持工作的依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接收人或者接收机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拒收人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接到报告时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签字（签发）人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>见证人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>专人送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机要交换</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮寄</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电子公文系统</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本系统数据包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会上交付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正职负责人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主持工作的负责人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>副职负责人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纸质</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办公系统（OA）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接受移送机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人民检察院等第三方</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>往来交错：对方已经作出决定，以决定为准，本环节不发生效力</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>往来交错：案件已转送或者退回，请向现在的承办机关办理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>往来交错：寄出时还没有看到补正通知，补正通知仍须答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>往来交错：补充材料到达前对方已作出决定，材料留存备查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>往来交错：对方已经签收，以签收为准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>往来交错：案件已经撤销，物品和材料由对方依法退还</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>双方各自登记了同一行为，并列显示，期限按纸质记载的时间计算</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>往来交错：当时的状态下不适用这一环节，保留备查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记机关已声明误登作废，保留备查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只能更正或者作废本机关登记的环节，保留备查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不是该机关可以登记的环节，保留备查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计算中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>依法延长</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中止（补正）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已按期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>逾期完成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不再适用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无日数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提醒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今日到期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>首个日期已过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>逾期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>超过建议时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>期限已过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应当</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可以（权利）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>期间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>法定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机制约定（建议）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把握高</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把握中等</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把握低，未启用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>非法定期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日（自然日）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个工作日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个月</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采购方式非招标，请先咨询公安（C1）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌犯罪的，不得以行政处罚代替移送（国务院令第310号第十一条）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件不属于本级管辖，请先转本系统有管辖权的同级机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审计机关移送使用审计移送处理书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>直接经济损失</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>违法所得</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中标项目金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机制未列明，按工作联系办理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暂定，{years}年放假安排未导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>推定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导入，待登记签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌犯罪案件移送书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌犯罪案件情况的调查报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉案物品清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有关检验报告或者鉴定结论</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他有关涉嫌犯罪的材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待补</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件移送函</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送审批表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送达回证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提请复议书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>商请反馈函</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送材料清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉案物品交接单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不予移送理由记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审计移送处理书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>线索移送函</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>问题线索移送函（空白）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>催办函</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检察意见回复函</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受案回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补正通知书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送案件通知书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立案告知书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理结果反馈函</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>咨询函</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复函</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会议通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执所属的文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立案监督建议函</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会议签到表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会议纪要</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>信息通报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>运行情况报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>典型案例通报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待写入介质</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已写入介质</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方已导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方已阅</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已签收、受理或答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>尚未</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不是每一项都已到这一步</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未写完</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写入失败</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方已导入一部分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位已导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拒绝导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>吊销截止之后收到，请核实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已记入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>留存待读</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>前面缺号，暂存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不予登入，留作证据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与已有内容冲突，两份都保留</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共享文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U 盘或者移动硬盘</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>刻录前的文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>就绪</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未连接</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只读</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空间不足</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容不一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>光盘上没有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>读不出来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完好，签名者：{names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完好，签名者未核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不予采信：签名的密钥已作废，或不是所称单位的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交换包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证据文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位（{name}）的密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}的现用密钥，{since} 起可信：{by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}从前的密钥，{since} 起可信：{by}；{until} 起由新密钥代替</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位遵循的“{name}”根第 {number} 版列明的密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名者清单 {how} 行列明属于 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自称{name}的密钥，身份卡已收下，指纹没有当面核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名者清单 {how} 行列明属于 {name}，但不在该行写明的有效期内</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名者清单 {how} 行列明属于 {name}，但不用于这类签名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不知道是谁的密钥：请用电话或当面向所称单位核对指纹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密钥属于 {name}，与文件自称的单位不符</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}的密钥，{since} 起可信：{by}；{until} 作废（{reason}），至发给本单位的第 {cutoff} 号仍可信，本件在此之前</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}的密钥，{until} 已作废（{reason}）；只信至发给本单位的第 {cutoff} 号，本件在此之后，或不是发给本单位的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与{name}已当面核对的密钥不同，可能是冒名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当面核对过指纹（{how}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册第 {number} 版列明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由其第 {number} 代密钥担保</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名：外层签名成立，密文与签名时一致。内层签名在密文里，要有收件单位的密钥才能检查。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名：由卡上的密钥自签，成立。这只证明制卡人持有该密钥。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名：根的签名够数，名册由根上列明的密钥签发，都成立。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名：清单和每个交换包的内外层签名都成立，逐条内容与签名时一致。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密钥：{fingerprint}（自称 {handle}，第 {number} 代）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>根密钥：{fingerprint}（自称 {handle}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另有 {count} 个文件不在清单里，不属于证据：{names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按其他方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位：{name}（{handle}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>卡的指纹：{groups}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机制：{mechanism}，名册第 {version} 版，根第 {root} 版，{members} 个成员，有效至 {expires}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自称：{sender} → {recipient}，第 {first} 至 {last} 号，写出于 {created}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容：{bundles} 个交换包，{shown} 条内容，{headed} 条只有条目头（其他事项的，或已依法销毁），{attachments} 个附件；由 {exporter} 于 {created} 导出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有接受任何内容，登记册里的名册和密钥没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 不是有效的名册文件，或者被改动过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请重新复制一次；仍然不行的，请牵头单位重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 中第 {version} 版{part}的签名不够，还差 {missing} 把签名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请向牵头单位要签名齐全的文件；不是牵头单位签发的，不要接受。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{mechanism}”的名册，没有您当面核对过的单位为其担保。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先收下牵头单位的身份卡并核对指纹，再导入名册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 是旧的{part}（第 {version} 版），登记册里已有第 {held} 版。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不用处理；请提醒给出该文件的单位更新名册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警报：第 {version} 版{part}有两份签名都有效、内容却不同的文本（已有 {held:.16}…，收到 {found:.16}…）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到的一份作为证据留存，没有接受，已有的名册没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请立即当面或者用已知的电话联系牵头单位，查清前不要向成员送出新内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 中第 {version} 版{part}与登记册里的前一版接不上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请向牵头单位要完整的名册文件，并核对双方持有的前一版。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只有牵头单位能签发“{mechanism}”的名册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>需要更改的，请告知牵头单位，由其签发下一版。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警报：名册写明的密钥与当面核对过的不一致，涉及：{agencies}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请用已知的电话向有关单位和牵头单位问清，再逐个决定以哪一个为准。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请刷新“成员与密钥”页面后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 是另一个机制（{mechanism}）的文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对选的文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{recipient}的密钥只凭名册采信，“{mechanism}”的名册已于 {expires} 到期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请向牵头单位要新的一版；必须送出的，在“成员与密钥”写明理由后当日可以送出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册已经建立，不能再建一次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有等待会签的名册根</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>该文件不是本单位发出会签的那一份名册根</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新旧名册根都没有列入这把签名密钥，签了也不算数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这把密钥已经签过了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>该单位的身份卡还没有核对，不能列为签名单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一代密钥已经吊销过了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有成员持有比本登记册更新的名册，本登记册可能是由旧备份恢复的。请先导入最新的名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位启用新一代密钥后还没有收齐各成员的答复，恢复以前可能已签发过更新的一版。请先收齐答复；等不到的，在“签发下一版”写明理由，版号会跳过可能用过的号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这不是名册根列入的封存密钥，请对照封存的纸面再输入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有等待决定的名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>牵头单位不能退出机制，也不能吊销自己；请先变更牵头单位或者更换密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>持有签名密钥的单位不够；门槛两把以上的，密钥至少属于两个单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效期应当在今天以后</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更牵头单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更名册根</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>吊销密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更换密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列入密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤下密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加入机制</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退出机制</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位更名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更换联络员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更联系方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更简称、职能或层级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更往来方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>即将到期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已过期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印指纹确认单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由旧密钥担保采信新密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建立名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签发名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接受名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册待决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不接受名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册警报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提出名册根</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会签名册根</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采用名册根</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册过期仍送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改用名册列明的密钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说的是其他单位登记的记录，对方无权改动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说的是其他单位登记的记录，或者与已有的记录重号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“开启新一代”不在第 1 号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送还的内容没有附上本单位原来的签名清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送还的内容与本单位原来的签名清单不符</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不合事项的办理规则（{code}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容不合格式（{code}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容不合格式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency}（第 {incarnation} 代）第 {seq} 号有两种内容，都有其签名。先导入的那一份继续有效，后来的 {file} 没有导入，只存为证据；其后的内容停收。
先导入：{held}
后来的：{found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency}第 {numbers} 号还没有收到；其后的 {waiting} 项已收存，补齐后自动生效。不催也会随对方的下一个交换包再来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”：{agency}送还的第 {version} 版与本单位现在的内容不同。两份都保留，现用本单位的一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”：{agency}给第 {version} 版说了两种内容。两份都保留，先收到的一份继续有效。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency}送来的 {count} 项内容没有采用，已留作证据；其余内容照常导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{number}”用了不止一次：{bearers}。登记册恢复以前用过的号，恢复后又用了一次。请与办公室核对，该更正、撤回的照规定办理，再登记结论。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{teller}在 {at} 说的{about}（第 {incarnation} 代、审计日志 {lines} 行），与本单位所知不能同时成立：{about}的登记册可能有两份，或者有一方被人冒用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当事人 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌违法行为 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证据 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采购项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发现日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉案金额（元）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>承办人电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌犯罪</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采购方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预算金额（元）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合同金额（元）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开标日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中标、成交供应商</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件号码不合校验的理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>住所</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>法定代表人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话</source>
        <translation type="unfinished">Phone</translation>
    </message>
    <message>
        <source>代码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>条文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收集人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收集日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存放地点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>页数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回的内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>是</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>否</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>期限规则</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工作日日历</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>违法行为目录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉嫌罪名目录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送路线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写下它的密钥已由名册吊销，而且它在截止号之后。内容照常保留；请向该单位电话或者书面核实。该单位用新密钥重新陈述后，标记自动取消。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency}第 {incarnation} 代密钥已吊销（{reason}），{trusted} {count} 项：{titles}。请向该单位电话或者书面核实；该单位用新密钥重新陈述后，标记自动取消。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采信至第 {seq} 号；其后收到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所写内容都不采信；已收到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{titles}等</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有打印，登记册没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印机“{printer}”不提供A4纸，公文不能按实际大小印出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请装入A4纸，或者换一台打印机。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印机“{printer}”没有接受“{title}”，打印到此为止。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有记作已经打印；送到打印机的页可能已经印出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请检查打印机电源、连线和纸张，清点已经印出的页，再打印一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}”不是页码范围：这份文书有 {pages} 页。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请这样填写：1-3,5；打印全部的，不填。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{number}”出具以后程序或者字体换过，重新排版与留存的正式文本不同，不能套打、编份号，也不能另存为 PDF 以外的格式。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有打印，没有写出文件，登记册没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印的，请不选套打和份号，按留存的正式文本打印，份号可以用号码机加盖；另存的，请选 PDF，就是留存的正式文本。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份号从 {first} 到 {last} 不能打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份号是 1 至 999999，止号不小于起号，一次最多 {most} 份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序自带字体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位字体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标题（小标宋）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正文（仿宋）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一级标题（黑体）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>二级标题（楷体）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数字和西文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件损坏，读不出字形</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>是 PostScript 轮廓的字体（多为 .otf），不能嵌入文书；请装 TrueType 版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>字体厂商不允许嵌入文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>字宽不等于字高，每行排不成 28 字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缺少常用字，不足 GB 2312</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有登记签收，请按回执上写的登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是对方的文书，还没有登记签收，请登记本单位收到的时间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份文书的回执作为办理过程中的一条说明登记，并保存扫描件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份文书的回执逐个单位登记为收文，并保存扫描件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收已经登记过，不再重复登记；时间或者姓名登记错了的，请到移送里更正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这件移送已经撤回，不再登记签收。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理已经到后面的环节，不再单独登记签收；回执请归入纸质案卷。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份文书没有需要登记的回执。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF 文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OFD 文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WPS 或 Word 文档</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他格式的文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个文号已经登记过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记的是：{said}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个文号前面有空号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} 没有登记，登记后请在“发文”里说明。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号的年份与成文日期不同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号里是 {said} 年。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不是通常的文号写法，将照原样登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>定稿里没有找到这个文号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>定稿里有：{said}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>定稿里没有找到这个标题。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>定稿里没有找到这个成文日期。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>workbench</name>
    <message>
        <source>期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>超过建议时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>示例市市场监管局</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>登记移交涉案物品和材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{duty}：{subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>催办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等待对方</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记{step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper}：{subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方的文书已导入。登记收到的时间，由此起算的期限才开始。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待审批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送审批：{subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由正职负责人或者主持工作的负责人审批（国务院令第310号第五条第二款）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记审批结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交换包：第 {first} 至 {last} 号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看并导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入回执还没有写入介质</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写入介质不是送达，送达另行登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>封装并写入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先核对指纹</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
