// The optional search of the edition: titles and names, in the browser, from one file that comes when it is
// asked for.
(() => {
  const box = document.getElementById('search'), asked = document.getElementById('asked');
  const found = document.getElementById('found'), said = document.getElementById('said');
  const up = document.currentScript.src.replace(/search\.js.*$/, '');
  const plain = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  let records = null, coming = false;
  window.atlasRecords = rows => {
    records = rows.map(row => ({ row, text: ' ' + plain(row[0] + ' ' + (row[3] || '')) }));
    answer();
  };
  const fetchRecords = () => {
    if (coming) return;
    coming = true;
    const script = document.createElement('script');
    script.src = up + 'search-data.js';
    document.head.append(script);
  };
  const answer = () => {
    const words = plain(asked.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    found.replaceChildren();
    said.textContent = '';
    if (!words.length) return;
    if (!records) { fetchRecords(); return; }
    const hits = records.filter(record => words.every(word => record.text.includes(word)));
    said.textContent = hits.length + (hits.length === 1 ? ' record' : ' records')
      + (hits.length > 50 ? ', the first 50' : '');
    for (const { row: [title, path, kind] } of hits.slice(0, 50)) {
      const item = document.createElement('li'), way = document.createElement('a');
      way.href = up + path;
      way.textContent = title;
      item.append(way, ' · ' + kind);
      found.append(item);
    }
  };
  asked.addEventListener('input', answer);
  box.style.display = 'block';
  asked.value = new URLSearchParams(location.search).get('q') || '';
  answer();
})();
