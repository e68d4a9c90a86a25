// The optional search of the edition: titles and names, in the browser, from one file that comes when it is
// asked for.
(() => {
  const box = document.getElementById('search'), asked = document.getElementById('asked');
  const found = document.getElementById('found'), said = document.getElementById('said');
  const up = document.currentScript.src.replace(/search\.js.*$/, '');
  const plain = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  let records = null;
  window.atlasRecords = rows => { records = rows; answer(); };
  const answer = () => {
    const words = plain(asked.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    found.replaceChildren();
    said.textContent = '';
    if (!words.length) return;
    if (!records) {
      const script = document.createElement('script');
      script.src = up + 'search-data.js';
      if (!document.querySelector(`script[src="${script.src}"]`)) document.head.append(script);
      return;
    }
    const starts = row => words.every(word => (' ' + plain(row[0] + ' ' + (row[3] || ''))).includes(word));
    const hits = records.filter(starts);
    const records = hits.length === 1 ? ' record' : ' records';
    said.textContent = hits.length + records + (hits.length > 50 ? ', the first 50' : '');
    for (const [title, path, kind] of hits.slice(0, 50)) {
      const item = document.createElement('li'), way = document.createElement('a');
      way.href = up + path;
      way.textContent = title;
      item.append(way, ' · ' + kind);
      found.append(item);
    }
  };
  asked.addEventListener('input', answer);
  box.style.display = 'block';
})();
