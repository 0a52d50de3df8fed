"""The demo's OpenID provider: one click signs a persona in, through the same code as in production.

A small server on Authlib's primitives: PKCE with S256 and a nonce are forced, ``iss`` is in every
answer, clients prove themselves by private_key_jwt, codes are used once. It keeps everything in
memory, and knows nobody who is real.
"""

from portal.demo.identity.app import create_provider
from portal.demo.identity.clients import Client
from portal.demo.identity.keys import SigningKeys
from portal.demo.identity.personas import CONFIRMED, Persona

__all__ = ["CONFIRMED", "Client", "Persona", "SigningKeys", "create_provider"]
