"""The roles of PostgreSQL, made or printed for the operator."""

from bureau.catalogue import catalogue
from bureau.commands.said import Say
from bureau.settings import Settings
from bureau.storage.roles import make, script


async def make_roles(settings: Settings, say: Say) -> None:
    """Make the roles that the settings name; raises CommandError and Unavailable."""
    await make(settings, catalogue().tables.values())
    writer, reader = settings.database.user, settings.reading_database.user
    say(f"Role {writer} writes, role {reader} reads. 写入角色 {writer} 与只读角色 {reader} 已就绪。")


def print_roles(settings: Settings, say: Say) -> None:
    """Print the SQL that makes them, passwords as PostgreSQL keeps them; raises CommandError."""
    for statement in script(settings, catalogue().tables.values()):
        say(f"{statement};")
