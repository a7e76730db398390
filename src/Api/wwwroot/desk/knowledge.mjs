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
    watch(client, progress);
  };
  const progress = element('p', { className: 'quiet', role: 'status' });
  root.replaceChildren(
    element('h2', { textContent: 'Knowledge' }),
    uploadForm(client, attempt, async told => {
      announce(told);
      await reload();
    }),
    progress,
    element('div', { className: 'row' }, element('label', { className: 'unseen', htmlFor: 'filter', textContent: 'Filter by title' }), filter, count),
    element('div', { className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: 'Documents' }, element('table', { className: 'data documents' },
      element('thead', {}, element('tr', {}, ...['Title', 'Kind', 'Product', ''].map(text => element('th', { scope: 'col', textContent: text || undefined, ariaLabel: text ? null : 'Actions' })))),
      rows)));
  await reload();
}

function uploadForm(client, attempt, added) {
  const file = element('input', { type: 'file', id: 'file', name: 'file', required: true, multiple: true, accept: '.md,.markdown,.html,.htm,.txt,.pdf' });
  const kind = element('select', { id: 'kind', name: 'kind' }, element('option', { value: '', textContent: 'As the file says, or a guide' }), ...kinds.map(one => element('option', { value: one, textContent: words(one) })));
  const progress = element('progress', { max: 1, value: 0, hidden: true, ariaLabel: 'Upload' });
  const state = element('span', { className: 'quiet', role: 'status' });
  const send = element('button', { type: 'submit', textContent: 'Add document' });
  const field = (label, control) => element('div', { className: 'field-line' }, element('label', { htmlFor: control.id, textContent: label }), control);
  const form = element('form', { className: 'card upload' },
    field('File: Markdown, HTML, text or PDF; several at once', file), field('Title (optional)', element('input', { id: 'doc-title', name: 'title', maxLength: 200 })),
    field('Kind', kind), field('Product id (optional)', element('input', { id: 'product', name: 'productId', maxLength: 200 })),
    element('div', { className: 'row' }, send, progress, state));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    progress.hidden = false;
    send.disabled = true;
    const files = [...file.files];
    const titles = [];
    for (const [number, one] of files.entries()) {
      const place = files.length > 1 ? `${number + 1} of ${files.length}: ` : '';
      await attempt(async () => {
        const document = await client.upload('/v1/knowledge/documents', particulars(form, one, files.length === 1), share => {
          progress.value = (number + share) / files.length;
          state.textContent = place + (share < 1 ? `${Math.round(share * 100)} % sent` : 'Reading the document …');
        });
        titles.push(document.title);
      });
    }
    state.textContent = files.length === 1
      ? titles.length === 1 ? `“${titles[0]}” is in. The agents find it within seconds.` : 'It was not added.'
      : `${titles.length} of ${files.length} are in.`;
    progress.hidden = true;
    send.disabled = false;
    if (titles.length > 0) {
      form.reset();
      await added(titles.length === 1 ? `${titles[0]} was added.` : `${titles.length} documents were added.`);
    }
  });
  return form;
}

function particulars(form, file, isAlone) {
  const data = new FormData();
  data.append('file', file);
  for (const name of isAlone ? ['title', 'kind', 'productId'] : ['kind', 'productId']) {
    const value = form.elements[name].value;
    if (value)
      data.append(name, value);
  }
  return data;
}

/** Tells how far the agents can find what is stored, until they find all of it. */
async function watch(client, line) {
  for (let waiting = true; waiting && line.isConnected;) {
    const now = await client.get('/v1/knowledge/progress');
    waiting = now.waiting > 0;
    const broken = now.unsearchable.map(one => `${one.documentId}: ${one.reason}`).join('; ');
    line.textContent = `The agents find ${now.documents} documents with ${now.sections} sections.`
      + (waiting ? ` ${now.waiting} are being read.` : '') + (broken ? ` Not searchable: ${broken}.` : '');
    if (waiting)
      await new Promise(resume => setTimeout(resume, 1000));
  }
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
