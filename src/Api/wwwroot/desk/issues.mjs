// Known issues: what many customers run into at once.
import { element } from '../shared/elements.mjs';

const route = '/v1/desk/known-issues';

/** True when this gateway keeps known issues. */
export async function hasIssues(client) {
  try {
    await client.get(`${route}?limit=1`);
    return true;
  } catch {
    return false;
  }
}

/** Shows them. */
export async function showIssues({ root, client }) {
  const { items } = await client.get(route);
  root.replaceChildren(element('h2', { textContent: 'Known issues' }),
    element('ul', { className: 'found' }, ...items.map(one => element('li', { textContent: one.title }))));
}
