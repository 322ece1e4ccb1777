import { investigate, readTexts } from '@shipworthy/engine';
import { profileOf, settle } from '@shipworthy/policy';
import { openSource } from '@shipworthy/sources';
import { rules as build } from '@shipworthy/rules-build';
import { rules as operate } from '@shipworthy/rules-operate';
import { rules as improve } from '@shipworthy/rules-improve';
const [only, show, ...paths] = process.argv.slice(2);
const MINE = /^(runbook|owner|docs|readme|artifact)\//;
const rules = [...build, ...operate, ...improve].filter((r) => MINE.test(r.id) && (only === 'all' || only.split(',').includes(r.id)));
for (const path of paths) {
  const source = await openSource(path, {});
  const t = Date.now();
  const investigation = await investigate({ source, rules, profile: profileOf });
  const audit = await settle({ investigation, tool: { name: 'x', version: '0' }, target: path, preset: 'strict', locateEvidence: show === 'pass', readTexts: (p) => readTexts(source, p) });
  console.log(`\n##### ${path.split('/').pop()} ${Date.now() - t}ms ${audit.profile.archetypes.map((a) => a.name).join(',')} files=${audit.files}`);
  const n: Record<string, Record<string, number>> = {};
  for (const o of audit.outcomes) { n[o.rule] ??= {}; n[o.rule][o.result.outcome] = (n[o.rule][o.result.outcome] ?? 0) + 1; }
  console.log(Object.entries(n).map(([r, c]) => `  ${r} ${JSON.stringify(c)}`).join('\n'));
  for (const f of audit.findings) if (show !== 'none' && (show !== 'big' || f.severity !== 'info')) console.log(`  ${f.severity.padEnd(7)} ${f.rule.id} ${f.location.path}:${f.location.line ?? (f.location.absent ? '(absent)' : '?')} ${f.message.slice(0, 260)}${f.count > 1 ? ` ×${f.count}` : ''}${show==='excerpt' ? '\n        | ' + (f.excerpt ?? '').slice(0,160) : ''}`);
  for (const o of audit.outcomes) {
    if (o.result.outcome === 'error') console.log('  ERROR', o.rule, o.subject, (o.result as any).why);
    if (show === 'unknown' && o.result.outcome === 'unknown') console.log('  UNKNOWN', o.rule, o.subject, (o.result as any).why);
    if (show === 'skip' && o.result.outcome === 'not-applicable') console.log('  SKIP', o.rule, o.subject, (o.result as any).why);
    if (show === 'pass' && o.result.outcome === 'pass') console.log('  PASS', o.rule, o.subject, JSON.stringify(o.evidence.slice(0,3)), (o.result as any).note);
  }
}
