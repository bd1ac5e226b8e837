"""A real SMTP server on loopback: keeps every message as a file, refuses recipients named refused@, knows one account.

Usage: smtp_server.py PORT FOLDER. Prints "ready"; ends when its standard input does.
"""
import asyncio
import pathlib
import sys

from aiosmtpd.smtp import SMTP, AuthResult

folder = pathlib.Path(sys.argv[2])


class Keep:
    def __init__(self):
        self.taken = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused@"):
            return "550 5.1.1 Nobody of that name here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.taken += 1
        unfinished = folder / f"{self.taken:04}.part"
        unfinished.write_bytes(f"X-Recipient: {','.join(envelope.rcpt_tos)}\r\n".encode() + envelope.original_content)
        unfinished.rename(folder / f"{self.taken:04}.eml")
        return "250 Taken"


def authenticate(server, session, envelope, mechanism, login):
    return AuthResult(success=login.login == b"analytics" and login.password == b"right", handled=False)


async def main():
    loop = asyncio.get_running_loop()
    keep = Keep()
    await loop.create_server(lambda: SMTP(keep, authenticator=authenticate, auth_require_tls=False), "127.0.0.1", int(sys.argv[1]))
    print("ready", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
