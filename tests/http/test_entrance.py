"""What the door says of itself before anybody has come in."""

from pathlib import Path

from bureau.commands.demo import demo_city
from bureau.settings import Settings
from tests.support.live import Live, listening
from tests.support.signing_in import ask, client

ENTRANCE = "{ entrance { hasProvider hasPasskeys demoAccounts } }"


def test_anybody_hears_of_the_ways_in(live: Live) -> None:
    with client(live.url) as asking:
        entrance = ask(asking, ENTRANCE)["entrance"]
    assert entrance == {"hasProvider": False, "hasPasskeys": False, "demoAccounts": []}


async def test_a_demonstration_on_this_machine_names_an_account_of_each_role(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, database_url="")
    await demo_city(settings, 20, 50, 1, if_empty=False, say=lambda line: None, planted_to=None)
    with listening(settings) as url, client(url) as asking:
        names = ask(asking, ENTRANCE)["entrance"]["demoAccounts"]
    assert {"registrar", "security", "auditor", "director"} <= set(names)
    assert len(names) < 30
