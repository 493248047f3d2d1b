"""Batches lose nothing and keep the order."""

from bureau.kernel.batches import batches


def test_items_come_so_many_at_a_time() -> None:
    assert list(batches(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(batches(iter("abcd"), 2)) == [["a", "b"], ["c", "d"]]
    assert list(batches([], 2)) == []
