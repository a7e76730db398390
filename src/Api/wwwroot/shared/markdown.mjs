// Markdown as DOM nodes. The parser's tokens are walked and nothing is ever parsed as HTML, so words cannot become script.
import MarkdownIt from './markdown-it.mjs';

const parser = new MarkdownIt({ html: false, linkify: false, breaks: true });
const safeLink = /^(https?:|mailto:)/i;

/** A fragment that shows the Markdown. Images become their text; links go to web and mail addresses only. */
export function render(text) {
  const fragment = document.createDocumentFragment();
  append(fragment, parser.parse(text ?? '', {}));
  return fragment;
}

function append(root, tokens) {
  const open = [root];
  const here = () => open[open.length - 1];
  for (const token of tokens) {
    if (token.type === 'inline') {
      append(here(), token.children);
    } else if (token.type === 'text' || token.type === 'html_block' || token.type === 'html_inline') {
      here().append(token.content);
    } else if (token.type === 'softbreak' || token.type === 'hardbreak') {
      here().append(document.createElement('br'));
    } else if (token.type === 'code_inline' || token.type === 'code_block' || token.type === 'fence') {
      here().append(code(token));
    } else if (token.type === 'image') {
      here().append(token.content);
    } else if (token.nesting === 1) {
      const element = start(token);
      here().append(element);
      open.push(element);
    } else if (token.nesting === -1) {
      open.pop();
    } else if (token.tag === 'hr') {
      here().append(document.createElement('hr'));
    }
  }
}

function start(token) {
  // A message's own headings stay below those of the page.
  const tag = /^h[1-6]$/.test(token.tag) ? 'h4' : token.tag || 'span';
  if (token.hidden)
    return document.createElement('span');
  const element = document.createElement(tag);
  if (tag === 'a') {
    const href = token.attrGet('href') ?? '';
    if (safeLink.test(href)) {
      element.href = href;
      element.rel = 'noopener noreferrer';
      element.target = '_blank';
    }
  } else if (tag === 'ol' && token.attrGet('start')) {
    element.start = Number(token.attrGet('start'));
  }
  return element;
}

function code(token) {
  const element = document.createElement('code');
  element.textContent = token.content;
  if (token.type === 'code_inline')
    return element;
  const block = document.createElement('pre');
  block.append(element);
  return block;
}
