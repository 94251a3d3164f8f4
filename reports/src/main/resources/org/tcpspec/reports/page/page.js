'use strict';
(() => {
  // a cell's drawer: focus goes in, Escape closes it, focus and scroll position come back
  let opener = null, place = 0;
  document.addEventListener('click', e => {
    const a = e.target.closest('a[href^="#"],svg a');
    if (!a) return;
    const to = document.getElementById(decodeURIComponent((a.getAttribute('href') || '#').slice(1)));
    if (to && to.classList.contains('cell')) { opener = a; place = scrollY; }
    if (a.classList.contains('close')) { e.preventDefault(); shut(); }
  });
  function shut() {
    const back = opener, y = opener ? place : scrollY;
    location.hash = '#-';
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, y);
    if (back) back.focus({preventScroll: true});
    opener = null;
  }
  addEventListener('keydown', e => { if (e.key === 'Escape' && document.querySelector('.cell:target')) shut(); });
  addEventListener('hashchange', () => {
    const cell = document.querySelector('.cell:target');
    if (cell) { cell.scrollTop = 0; cell.focus({preventScroll: true}); }
  });
  // tables with a filter
  for (const form of document.querySelectorAll('form[data-filter]')) {
    const rows = [...document.querySelectorAll('#' + form.dataset.filter + ' tbody tr')];
    const said = form.querySelector('output');
    const apply = () => {
      const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(w => w);
      let n = 0;
      for (const row of rows) {
        const text = row.dataset.text || (row.dataset.text = row.textContent.toLowerCase());
        const shown = words.every(w => text.includes(w))
          && ['level', 'key'].every(k => !form.elements[k] || !form.elements[k].value || row.dataset[k].split(' ').includes(form.elements[k].value));
        row.hidden = !shown;
        n += shown;
      }
      said.textContent = n + ' of ' + rows.length + ' shown';
    };
    form.hidden = false;
    form.addEventListener('input', apply);
    form.addEventListener('submit', e => e.preventDefault());
    apply();
  }
  // paper cannot be unfolded
  addEventListener('beforeprint', () => document.querySelectorAll('details.paper').forEach(d => { d.open = true; }));
})();
