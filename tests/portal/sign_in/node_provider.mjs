// An independent OpenID provider for the tests: npm oidc-provider, with the settings that they need.
import { Provider } from 'oidc-provider';

const { issuer, port, client, jwks } = JSON.parse(process.argv[2]);

const provider = new Provider(issuer, {
  clients: [client],
  jwks,
  acrValues: [],
  claims: { openid: ['sub'], profile: ['name', 'locale'], email: ['email'] },
  conformIdTokenClaims: false,
  cookies: { keys: ['a key of the tests'] },
  features: {
    backchannelLogout: { enabled: true },
    devInteractions: { enabled: true },
    rpInitiatedLogout: { enabled: true },
  },
  async findAccount(ctx, id) {
    return {
      accountId: id,
      async claims() {
        return { sub: id, name: `Name of ${id}`, locale: 'eu', email: `${id}@example.org` };
      },
    };
  },
  // its guard against addresses inside a network would keep it from reaching the tests' portal
  fetch: (url, options) => globalThis.fetch(url, { ...options, dispatcher: undefined }),
  pkce: { required: () => true },
  ttl: { AuthorizationCode: 60, IdToken: 300, AccessToken: 300, Grant: 3600, Interaction: 600, Session: 3600 },
});

provider.on('server_error', (ctx, error) => console.error(error));
provider.listen(port, '127.0.0.1', () => console.log('listening'));
