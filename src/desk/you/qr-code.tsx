import encodeQR from 'qr';

/** Light all round, four modules wide, as readers need it (ISO/IEC 18004, 5.3.8). */
const border = 4;

/**
 * A text as a QR code, drawn here: dark on white in every colour scheme and on paper, as many readers take no other.
 */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border });
  const size = rows.length;
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width="220" height="220">
      <rect width={size} height={size} fill="#fff" />
      <path d={rows.map(darkIn).join('')} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}

/** The dark runs of a row, as steps of a path. */
function darkIn(row: boolean[], y: number): string {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x] || row[x - 1]) continue;
    let width = 1;
    while (row[x + width]) width += 1;
    runs.push(`M${x} ${y}h${width}v1h-${width}z`);
  }
  return runs.join('');
}
