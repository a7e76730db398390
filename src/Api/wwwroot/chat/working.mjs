// What the agents are doing right now, and their words while they come.
import { element } from '../shared/elements.mjs';
import { render } from '../shared/markdown.mjs';

export class Working {
  #text = '';
  #drawing = 0;

  constructor() {
    this.words = element('span', { textContent: '' });
    this.line = element('div', { className: 'working', role: 'status', hidden: true },
      element('span', { className: 'dots', ariaHidden: 'true' }, element('i'), element('i'), element('i')), this.words);
    this.body = element('div', { className: 'body prose' });
    // Words that are still coming would be read out piece by piece; the finished answer is announced instead.
    this.live = element('div', { className: 'message agent live', ariaHidden: 'true', hidden: true }, this.body);
    this.element = element('div', { className: 'stack now' }, this.live, this.line);
  }

  doing(words) {
    this.words.textContent = `${words} …`;
    this.line.hidden = false;
  }

  token(text) {
    this.#text += text;
    this.live.hidden = false;
    // Many tokens may come in one frame.
    this.#drawing ||= requestAnimationFrame(() => {
      this.#drawing = 0;
      this.body.replaceChildren(render(this.#text));
    });
  }

  /** A turn that is tried again begins its words anew. */
  reset() {
    this.#text = '';
    this.body.replaceChildren();
    this.live.hidden = true;
  }

  stop() {
    this.reset();
    this.line.hidden = true;
    this.words.textContent = '';
  }
}
