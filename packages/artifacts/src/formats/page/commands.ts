/** Languages of fenced blocks that hold something to type or to query. */
const SHELL_LIKE: ReadonlySet<string> = new Set(
  'sh shell bash zsh fish console terminal shell-session shellsession sh-session powershell ps1 pwsh cmd bat dos promql logql sql psql mysql kql kusto spl esql cypher cql redis mongo mongodb graphql http curl kubectl query lucene jq traceql influxql flux'.split(
    ' ',
  ),
);
export const SHELL_LANGUAGES: ReadonlySet<string> = new Set(
  'sh shell bash zsh fish console terminal shell-session shellsession sh-session powershell ps1 pwsh cmd bat dos'.split(
    ' ',
  ),
);

/** Programs whose name at the start of a line makes it a command. */
const PROGRAMS =
  'kubectl|oc|helm|docker|docker-compose|podman|systemctl|journalctl|service|curl|wget|grep|rg|jq|yq|ssh|scp|aws|gcloud|gsutil|az|terraform|tofu|ansible|ansible-playbook|psql|mysql|redis-cli|mongo|mongosh|cf|heroku|flyctl|vault|consul|nomad|etcdctl|crictl|ctr|kafka-[\\w-]+|rabbitmqctl|promtool|amtool|logcli|mimirtool|cortextool|velero|cmctl|istioctl|flux|argocd|git|gh|make|npm|npx|yarn|pnpm|node|python3?|pip3?|uv|poetry|bundle|rails|rake|rackup|ruby|php|artisan|composer|go|cargo|java|mvn|gradle|dotnet|sudo|cd|ls|cat|tail|head|less|ps|top|htop|df|du|free|uptime|kill|killall|mount|dmesg|ping|dig|nslookup|host|traceroute|nc|telnet|openssl|tcpdump|ss|netstat|ip|iostat|vmstat|lsof|strace|rm|mv|cp|touch|find|awk|sed|export|echo|watch|apt|apt-get|yum|dnf|brew|cqlsh|nodetool|ceph|rbd|zfs|zpool|pg_dump|pg_restore|pg_ctl|task|just|tox|pytest|sqlite3|bin\\/[\\w-]+|\\.\\/[\\w./-]+';
const COMMAND_START = new RegExp(`^(?:[$#>%]\\s+)?(?:sudo\\s+)?(?:[A-Z_][A-Z\\d_]*=\\S*\\s+)?(?:${PROGRAMS})(?:\\s|$)`);
const COMMAND_WITH_ARGUMENT = /^[a-z][\w.-]*(?:\s+[a-z][\w-]*)*\s+--?[a-zA-Z][\w-]*(?:[\s=]|$)/;
const QUERY =
  /^(?:(?:SELECT|UPDATE|DELETE|INSERT|ALTER|SHOW|EXPLAIN|VACUUM)\s|(?:sum|avg|max|min|count|rate|irate|increase|histogram_quantile|topk|bottomk|absent)\s*(?:by\s*)?\(|\w+\{[^{}]*[=~][^{}]*\}|\{\w+\s*[=!]~?\s*")/i;

/** A line that one types: a known program, a program with options, a prompt. */
export function isCommandLine(line: string): boolean {
  return COMMAND_START.test(line) || /^\$\s+\S/.test(line) || COMMAND_WITH_ARGUMENT.test(line);
}

/** Inline code that reads as a command or a query; a mere name is none. */
export function isCommand(code: string): boolean {
  const text = code.trim();
  if (text.length < 4 || text.length > 1000 || !/[\s({]/.test(text)) return false;
  return isCommandLine(text) || QUERY.test(text);
}

/** A fenced block with something to do: by its language, or without one by its first line. */
export function isCommandBlock(language: string, first: string): boolean {
  if (SHELL_LIKE.has(language)) return true;
  return (language === '' || language === 'text' || language === 'txt') && (isCommandLine(first) || QUERY.test(first));
}
