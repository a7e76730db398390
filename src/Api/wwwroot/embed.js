// Puts a support button on a shop's page: <script src="https://support.example/embed.js" defer></script>
// Attributes of the tag: data-label, data-title, data-color, data-position (left or right), data-open (true), data-token
// (the signed-in customer's token). The page may also call supportAgents.open(), .close() and .signIn(token).
(() => {
  const tag = document.currentScript;
  const origin = new URL(tag.src).origin;
  const given = tag.dataset;
  const side = given.position === 'left' ? 'left' : 'right';
  const narrow = matchMedia('(max-width: 30rem)');
  let frame = null;
  let ready = false;
  let token = given.token ?? null;

  // Styles are set as properties, so that a content policy without inline styles does not mind.
  const style = (element, rules) => Object.assign(element.style, rules);

  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = given.label ?? 'Support';
  button.setAttribute('aria-expanded', 'false');
  style(button, {
    position: 'fixed', bottom: '1rem', [side]: '1rem', zIndex: '2147483000', minHeight: '3rem', padding: '0 1.3rem',
    border: '2px solid #ffffff', borderRadius: '1.5rem', background: given.color ?? '#0b655c', color: '#ffffff',
    font: '600 1rem system-ui, sans-serif', boxShadow: '0 6px 20px rgb(0 0 0 / .25)', cursor: 'pointer',
  });

  const place = () => frame && style(frame, narrow.matches
    ? { inset: '0 0 4.5rem 0', width: '100%', height: 'calc(100% - 4.5rem)', borderRadius: '0' }
    : { inset: side === 'left' ? 'auto auto 5rem 1rem' : 'auto 1rem 5rem auto', width: '25rem', height: 'min(42rem, calc(100vh - 7rem))', borderRadius: '1rem' });

  const make = () => {
    frame = document.createElement('iframe');
    frame.src = `${origin}/`;
    frame.title = given.title ?? 'Customer support';
    style(frame, { position: 'fixed', zIndex: '2147483000', border: '0', background: 'Canvas', boxShadow: '0 10px 40px rgb(0 0 0 / .3)' });
    place();
    document.body.append(frame);
  };

  const show = open => {
    if (open && !frame)
      make();
    if (frame)
      frame.hidden = !open;
    button.textContent = open ? 'Close' : given.label ?? 'Support';
    button.setAttribute('aria-expanded', String(open));
  };

  const tell = () => ready && token && frame.contentWindow.postMessage({ supportToken: token }, origin);

  addEventListener('message', event => {
    if (frame && event.source === frame.contentWindow && event.origin === origin && event.data?.support === 'ready') {
      ready = true;
      tell();
    }
  });
  addEventListener('keydown', event => event.key === 'Escape' && frame && !frame.hidden && show(false));
  narrow.addEventListener('change', place);
  button.addEventListener('click', () => show(!frame || frame.hidden));
  document.body.append(button);
  if (given.open === 'true')
    show(true);

  window.supportAgents = {
    open: () => show(true),
    close: () => show(false),
    signIn(value) {
      token = value;
      tell();
    },
  };
})();
