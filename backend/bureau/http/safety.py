"""The headers that keep browsers from doing harm with an answer: every response carries them, whoever made it."""

from starlette.types import Message, Send

from bureau.settings import Settings

Raw = tuple[bytes, bytes]

NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""The policy of what is no page: should a browser show it all the same, nothing of it loads or runs."""

_UNUSED = ("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
    "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "screen-wake-lock",
    "serial", "usb", "xr-spatial-tracking")  # fmt: skip
"""What browsers can do for a page and no page of ours asks for."""

_ALWAYS = {
    "x-content-type-options": "nosniff",
    "content-security-policy": NOTHING,
    "referrer-policy": "no-referrer",
    "permissions-policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_DAY = 24 * 3600


class SafeHeaders:
    """Adds to each response what its endpoint did not set itself."""

    def __init__(self, settings: Settings) -> None:
        said = dict(_ALWAYS)
        if settings.secure_cookies and settings.hsts_days:
            said["strict-transport-security"] = f"max-age={settings.hsts_days * _DAY}; includeSubDomains"
        self._said: tuple[Raw, ...] = tuple((name.encode(), value.encode()) for name, value in said.items())

    def around(self, send: Send) -> Send:
        """What sends a response with these headers."""

        async def completed(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                given = message["headers"]
                present = {name for name, _ in given}
                message["headers"] = [*given, *(header for header in self._said if header[0] not in present)]
            await send(message)

        return completed
