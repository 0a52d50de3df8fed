"""One message to one address: signed as Standard Webhooks has it, over HTTPS, without redirects."""

from __future__ import annotations

import asyncio
import ssl
from types import TracebackType
from typing import Self

import httpx2
import structlog
from standardwebhooks import Webhook

from governance.service.webhooks import Answer, Message
from graph.webhooks.addresses import NotPublic, public_addresses

TAKES_AT_MOST = 15.0
"""Seconds for a whole attempt; connecting takes a third of it at most."""
GONE = 410
log = structlog.get_logger(__name__)


class Sender:
    """Sends messages. What is answered beyond the status is not read."""

    def __init__(self, *, demo: bool = False, trust: ssl.SSLContext | None = None) -> None:
        """``demo`` lets it send to this machine, and there without encryption; ``trust`` says which
        authorities are believed, where these are not the usual ones."""
        self._demo = demo
        self._http = httpx2.AsyncClient(
            timeout=httpx2.Timeout(TAKES_AT_MOST / 3),
            follow_redirects=False,
            trust_env=False,
            verify=trust or True,
            # A connection is known by its number: another name there would find one not its own.
            limits=httpx2.Limits(max_keepalive_connections=0),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._http.aclose()

    async def __call__(self, message: Message) -> Answer:
        """Whatever goes wrong is an answer; why is logged, without what was sent."""
        try:
            async with asyncio.timeout(TAKES_AT_MOST):
                status = await self._send(message)
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, TimeoutError, NotPublic) as error:
            log.info("webhook not taken", message=message.id, reason=type(error).__name__)
            return Answer.NOT_TAKEN
        if 200 <= status < 300:
            return Answer.TAKEN
        log.info("webhook not taken", message=message.id, status=status)
        return Answer.GONE if status == GONE else Answer.NOT_TAKEN

    async def _send(self, message: Message) -> int:
        url = httpx2.URL(message.url)
        secure = url.scheme == "https"
        if not secure and not self._demo:
            raise NotPublic("only HTTPS leaves this house")
        port = url.port or (443 if secure else 80)
        [address, *_] = await public_addresses(url.host, port, loopback=self._demo)
        request = self._http.build_request(
            "POST",
            url.copy_with(host=address),
            content=message.body,
            headers={**_signed(message), "host": url.netloc.decode("ascii")},
            extensions={"sni_hostname": url.host},
        )
        answer = await self._http.send(request, stream=True)
        await answer.aclose()
        return answer.status_code


def _signed(message: Message) -> dict[str, str]:
    return {
        "content-type": "application/json",
        "user-agent": "baimena-webhooks",
        "webhook-id": message.id,
        "webhook-timestamp": str(int(message.at.timestamp())),
        "webhook-signature": Webhook(message.secret).sign(message.id, message.at, message.body),
    }
