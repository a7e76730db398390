// Who is signed in, in this tab only.
const tokenKey = 'support.token';
const conversationKey = 'support.conversation';

export const session = {
  get token() { return sessionStorage.getItem(tokenKey); },
  set token(value) { put(tokenKey, value); },
  get conversation() { return sessionStorage.getItem(conversationKey); },
  set conversation(value) { put(conversationKey, value); },
  clear() {
    put(tokenKey, null);
    put(conversationKey, null);
  },
};

/** The claims of a token, for showing only: the gateway is what verifies it. */
export function claims(token) {
  try {
    const part = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), c => c.charCodeAt(0))));
  } catch {
    return {};
  }
}

function put(key, value) {
  if (value == null)
    sessionStorage.removeItem(key);
  else
    sessionStorage.setItem(key, value);
}
