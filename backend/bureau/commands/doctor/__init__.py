"""The doctor: every check there is, in the order in which they are told."""

from bureau.commands.doctor import accounts, database, doors, files, keys, leaving, pages, provider, roles
from bureau.commands.doctor.finding import Check

SETTINGS: tuple[Check, ...] = (
    doors.plain_cookies,
    doors.unnamed_origins,
    doors.homeless_passkeys,
    doors.wide_passkeys,
    doors.short_hsts,
    doors.long_sessions,
    doors.long_links,
    doors.believed_addresses,
    doors.loose_limits,
    provider.plain_provider,
    provider.secret_in_environment,
    provider.changeable_claim,
    provider.bound_by_name,
    provider.lone_factor,
    keys.key_beside_data,
    keys.readable_keys,
    keys.open_data,
    keys.keeper_at_home,
    files.unscanned_files,
    files.files_among_pages,
    files.little_room,
    leaving.plain_mails,
    leaving.wide_webhooks,
    pages.outdated_documents,
)
"""What needs no database."""

DATABASE: tuple[Check, ...] = (
    database.plain_connection,
    roles.mighty_role,
    database.no_autovacuum,
    database.lossy_commits,
    database.other_clock,
    roles.owning_role,
    roles.one_role,
)
"""What needs a database, whatever is in it."""

RECORDS: tuple[Check, ...] = (
    accounts.demo_accounts,
    accounts.endless_tokens,
    accounts.wide_tokens,
    accounts.idle_tokens,
    accounts.lone_passwords,
    accounts.stray_passkeys,
    provider.shut_out,
    roles.other_privileges,
    roles.unguarded_rows,
)
"""What needs this version's tables."""
