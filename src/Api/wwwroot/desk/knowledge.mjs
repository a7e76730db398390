// The knowledge base: what is in it, adding to it with its progress, looking into it, and taking out of it.
import { openDialog } from '../shared/dialog.mjs';
import { badge, button, element } from '../shared/elements.mjs';
import { words } from '../shared/format.mjs';
import { render } from '../shared/markdown.mjs';

const pageSize = 200;
const kinds = ['faq', 'guide', 'manual', 'policy'];

/** Shows the documents and the form that adds to them. */
export async function showKnowledge({ root, client, attempt, announce }) {
  const rows = element('tbody');
  const count = element('p', { className: 'quiet', role: 'status' });
  const filter = element('input', { type: 'search', id: 'filter', placeholder: 'Show only titles with …' });
  filter.addEventListener('input', () => narrow(rows, filter.value, count));
  const reload = async () => {
    const documents = await all(client);
    rows.replaceChildren(...documents.map(one => row(one, client, attempt, reload)));
    narrow(rows, filter.value, count);
  };
  root.replaceChildren(
    element('h2', { textContent: 'Knowledge' }),
    uploadForm(client, attempt, async document => {
      announce(`${document.title} was added.`);
      await reload();
    }),
    element('div', { className: 'row' }, element('label', { className: 'unseen', htmlFor: 'filter', textContent: 'Filter by title' }), filter, count),
    element('div', { className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: 'Documents' }, element('table', { className: 'data documents' },
      element('thead', {}, element('tr', {}, ...['Title', 'Kind', 'Product', ''].map(text => element('th', { scope: 'col', textContent: text || undefined, ariaLabel: text ? null : 'Actions' })))),
      rows)));
  await reload();
}

function uploadForm(client, attempt, added) {
  const file = element('input', { type: 'file', id: 'file', name: 'file', required: true, accept: '.md,.markdown,.html,.htm,.txt,.pdf' });
  const kind = element('select', { id: 'kind', name: 'kind' }, element('option', { value: '', textContent: 'As the file says, or a guide' }), ...kinds.map(one => element('option', { value: one, textContent: words(one) })));
  const progress = element('progress', { max: 1, value: 0, hidden: true, ariaLabel: 'Upload' });
  const state = element('span', { className: 'quiet', role: 'status' });
  const send = element('button', { type: 'submit', textContent: 'Add document' });
  const field = (label, control) => element('div', { className: 'field-line' }, element('label', { htmlFor: control.id, textContent: label }), control);
  const form = element('form', { className: 'card upload' },
    field('File: Markdown, HTML, text or PDF', file), field('Title (optional)', element('input', { id: 'doc-title', name: 'title', maxLength: 200 })),
    field('Kind', kind), field('Product id (optional)', element('input', { id: 'product', name: 'productId', maxLength: 200 })),
    element('div', { className: 'row' }, send, progress, state));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const data = new FormData(form);
    for (const name of ['title', 'kind', 'productId']) {
      if (!data.get(name))
        data.delete(name);
    }
    progress.hidden = false;
    send.disabled = true;
    state.textContent = 'Sending …';
    const ok = await attempt(async () => {
      const document = await client.upload('/v1/knowledge/documents', data, share => {
        progress.value = share;
        state.textContent = share < 1 ? `${Math.round(share * 100)} % sent` : 'Reading the document …';
      });
      state.textContent = `“${document.title}” is in. The agents find it within seconds.`;
      form.reset();
      await added(document);
    });
    if (!ok)
      state.textContent = 'It was not added.';
    progress.hidden = true;
    send.disabled = false;
  });
  return form;
}

async function all(client) {
  const documents = [];
  for (let after = null; ;) {
    const page = await client.get(`/v1/knowledge/documents?limit=${pageSize}${after ? `&after=${encodeURIComponent(after)}` : ''}`);
    documents.push(...page.items);
    if (!page.next)
      return documents;
    after = page.next;
  }
}

function row(one, client, attempt, reload) {
  const remove = button('Delete', () => {
    if (confirm(`Delete “${one.title}”? The agents stop using it at once.`))
      attempt(async () => {
        await client.remove(`/v1/knowledge/documents/${encodeURIComponent(one.id)}`);
        await reload();
      });
  }, 'bare danger');
  remove.ariaLabel = `Delete “${one.title}”`;
  return element('tr', { data: { title: one.title.toLowerCase() } },
    element('td', {}, button(one.title, () => attempt(() => look(one, client)), 'bare name')),
    element('td', {}, badge(words(one.kind))),
    element('td', { className: 'quiet', textContent: one.productId ?? '' }),
    element('td', {}, remove));
}

async function look(one, client) {
  const document = await client.get(`/v1/knowledge/documents/${encodeURIComponent(one.id)}`);
  openDialog(one.title, element('div', { className: 'dialog-body prose', tabIndex: 0 }, render(document.body)));
}

function narrow(rows, text, count) {
  const wanted = text.trim().toLowerCase();
  for (const one of rows.children)
    one.hidden = !one.dataset.title.includes(wanted);
  const shown = [...rows.children].filter(one => !one.hidden).length;
  count.textContent = `${shown} of ${rows.childElementCount} documents`;
}
