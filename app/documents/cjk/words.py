"""Words a line of a title does not divide; the standard asks for 词意完整 (7.3.1).

Those of public procurement, of the agencies that supervise it and of the papers they exchange. A
title is read from its beginning, the longest word first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

_WORDS: Final = frozenset(
    """
    关于 转发 印发 批转 公布 发布 废止 修订 修改 补充 调整 做好 加强 推进 深化 开展 建立 健全 完善
    规范 进一步 全面 切实 严格 严厉 落实 贯彻 组织 实施 执行 征求 召开 报送 报请 商请 提请 提供
    协助 配合 支持 核实 核查 查询 检查 督查 督办 催办 调查 调取 取证 移送 移交 交接 转送 送达 受理
    立案 不予 撤销 终结 处理 处置 处罚 处分 追究 责任 整改 整治 治理 打击 防范 惩治 查处 认定 鉴定
    复议 反馈 答复 回复 函复 咨询 会商 研究 通报 公告 公示 公开 告知 通知 决定 意见 建议 报告 请示
    批复 纪要 方案 办法 规定 规则 细则 机制 制度 规程 指引 指南 标准 清单 目录 名单 台账 要点 计划
    规划 工作 情况 问题 线索 案件 案例 典型 材料 证据 事实 事项 信息 数据 平台 系统 网络 安全 结果
    进展 情形 措施 职责 分工 任务 年度 季度 上半年 下半年 运行 监测 分析 统计 考核 评价 评估 培训
    宣传 政府 采购 政府采购 采购人 采购人代表 供应商 代理 代理机构 采购代理机构 机构 评审 评审专家
    专家 投标 招标 投标人 招标人 中标 成交 中标人 围标 串标 串通 串通投标 陪标 开标 评标 定标 合同
    履约 验收 保证金 履约保证金 预算 决算 资金 财政资金 项目 工程 货物 服务 公开招标 邀请招标
    竞争性谈判 竞争性磋商 询价 单一来源 框架协议 质疑 投诉 举报 投诉人 被投诉人 当事人 负责人
    联系人 法定代表人 涉嫌 犯罪 违法 违规 违纪 违法行为 违规行为 行为 虚假 恶意 弄虚作假
    提供虚假材料 行贿 受贿 贿赂 职务 职务犯罪 诈骗 伪造 变造 出借 资质 资格 行政 刑事 行政处罚
    行政执法 执法 司法 衔接 行刑衔接 监督 管理 监管 监察 纪检 纪委监委 审计 联合 联合监管 联席
    联席会议 会议 成员 成员单位 联络员 单位 部门 机关 主管部门 办公室 委员会 领导小组 专案组
    工作组 专班 牵头 协同 协作 协查 共享 互认 互通 财政 财政局 财政厅 财政部 公安 公安局 公安厅
    公安机关 审计局 审计厅 审计署 市场 市场监管 市场监督 市场监督管理 市场监督管理局 管理局
    监督管理 发展和改革委员会 住房和城乡建设局 教育局 卫生健康委员会 人民政府 人民 检察院
    人民检察院 法院 人民法院 公共资源 公共资源交易中心 交易中心 交易 中心 大数据局 税务局 民政局
    司法局 水利局 农业农村局 交通运输局 自然资源局 生态环境局 国有资产 社会保障 分局 支队 大队
    派出所 街道 办事处 开发区 高新区 经济技术开发区 自治区 自治州 公司 有限公司 有限责任公司
    股份有限公司 有限 责任公司 股份 集团 科技 商贸 建设 建筑 咨询有限公司 学校 实验学校 实验 小学
    中学 大学 学院 幼儿园 医院 人民医院 中医医院 妇幼保健院 卫生院 图书馆 博物馆 体育馆 社区 教学
    教学设备 设备 仪器 器材 家具 软件 硬件 信息化 智慧 校园 智慧校园 医疗 药品 耗材 食堂 食材 保洁
    保安 物业 物业管理 绿化 养护 维护 运维 维修 改造 升级 扩建 新建 装修 装饰 道路 桥梁 排水 供水
    供暖 照明 监控 消防 车辆 办公 用品 办公用品 印刷 租赁 运输 物流 检测 检验 监理 设计 勘察 第一
    第二 第三 第四 第一次 第二次 第三次 第四次 上年度 本年度 有关 相关 影响 执法证 案由 答辩
    领域 投标文件 招标文件 采购文件 协同监管 检察意见 监督建议 办理 登记 雷同 检验报告 召开
    """.split()  # noqa: SIM905 - some five hundred quoted words would be harder to read
)
_LONGEST: Final = max(map(len, _WORDS))


def divided(text: str, names: Collection[str] = ()) -> Iterator[tuple[int, int, bool]]:
    """The words of *text* as start, end, whether it is known; *names* are words too."""
    longest = max((_LONGEST, *map(len, names)))
    at = 0
    while at < len(text):
        end = next(
            (
                at + length
                for length in range(min(longest, len(text) - at), 1, -1)
                if text[at : at + length] in _WORDS or text[at : at + length] in names
            ),
            0,
        )
        yield at, end or at + 1, bool(end)
        at = end or at + 1
