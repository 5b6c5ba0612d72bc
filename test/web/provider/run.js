// A real OpenID Connect provider that believes whatever address somebody types. Arguments: port, callback.
import { Provider } from 'oidc-provider';

const [port, callback] = process.argv.slice(2);

/** Addresses of `belum` are not verified. */
function account(_context, id) {
  const claims = { sub: id, email: id, email_verified: !id.startsWith('belum') };
  return { accountId: id, claims: () => claims };
}

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: 'siklus',
      client_secret: 'rahasia',
      redirect_uris: [callback],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  cookies: { keys: ['test'] },
  pkce: { required: () => true },
  findAccount: account,
});

provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
