"""Distributive lists: every member gets its full indicator, or nobody gets one."""

import pytest

from planparse.rules.targets.members import split_members

ROWS = [
    ("化学需氧量、氨氮重点工程减排量", ["化学需氧量重点工程减排量", "氨氮重点工程减排量"]),
    ("化学需氧量、氨氮等2项主要污染物重点工程减排量", ["化学需氧量重点工程减排量", "氨氮重点工程减排量"]),
    ("绿色防控、统防统治覆盖率", ["绿色防控覆盖率", "统防统治覆盖率"]),
    ("溶剂型工业涂料、油墨使用比例", ["溶剂型工业涂料使用比例", "溶剂型油墨使用比例"]),
    ("公共机构单位建筑面积能耗、人均综合能耗和人均用水量", ["公共机构单位建筑面积能耗", "公共机构人均综合能耗", "公共机构人均用水量"]),
    ("营运客车、城市客运单位客运量综合能耗", ["营运客车综合能耗", "城市客运单位客运量综合能耗"]),
    ("新增重型货车、公交车中新能源车辆比例", ["新增重型货车中新能源车辆比例", "新增公交车中新能源车辆比例"]),
    ("规模化养殖场畜禽粪便和污水处理利用率", ["规模化养殖场畜禽粪便处理利用率", "规模化养殖场污水处理利用率"]),
    ("农作物秸秆综合利用率、畜禽粪污综合利用率", ["农作物秸秆综合利用率", "畜禽粪污综合利用率"]),
    ("营运货车、社会车辆等能耗强度", ["营运货车能耗强度", "社会车辆能耗强度"]),
    ("城市和县城生活污水处理率", ["城市生活污水处理率", "县城生活污水处理率"]),
    ("省级、市级和县级党政机关达到创建标准", ["省级党政机关达到创建标准", "市级党政机关达到创建标准", "县级党政机关达到创建标准"]),
    ("小学、初中、高中阶段毛入学率", ["小学阶段毛入学率", "初中阶段毛入学率", "高中阶段毛入学率"]),
    ("失业、工伤保险参保人数", ["失业保险参保人数", "工伤保险参保人数"]),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "members"), ROWS, ids=[row[0] for row in ROWS])
def test_members(subject: str, members: list[str]) -> None:
    assert split_members(subject, len(members)) == tuple(members)


@pytest.mark.parametrize(
    ("subject", "count"), [("化学需氧量、氨氮排放总量", 3), ("森林覆盖率", 2), ("甲、乙、丙产量", 2)]
)
def test_counts_that_do_not_match_give_nothing(subject: str, count: int) -> None:
    assert split_members(subject, count) is None
