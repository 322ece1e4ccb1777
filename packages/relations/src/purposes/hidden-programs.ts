/** A variable or expression in the place of a program. */
export const TEMPLATED = /^\$\{\{|^\$\((?:foreach|call|eval|if)\b|^\$[({]?[A-Z]\w*[)}]?$/;
/** Words of a command that show it may test, check, build or deploy. */
export const SUGGESTIVE =
  /(?:^|[^a-z])(?:tests?|specs?|lint|check|verify|validate|ci|e2e|deploy|release|publish|build|scan|audit)(?:[^a-z]|$)/i;

/** Programs whose tasks a build may give names of its own, in code that is not read. */
export const NAMED_BY_BUILD = /^(?:sbtx?|mill|millw|lein|ant)$/;

/** Programs of the system and of the shell, which hide nothing. */
const PLAIN =
  /^(?:\d+|echo|printf|cat|cp|mv|rm|mkdir|rmdir|ln|ls|pwd|chmod|chown|touch|test|\[{1,2}|\(+|true|false|exit|return|export|unset|set|source|\.|eval|local|declare|readonly|read|shift|trap|wait|sleep|kill|pkill|killall|date|uname|whoami|id|which|type|hash|ulimit|umask|find|xargs|grep|egrep|rg|sed|awk|gawk|cut|tr|sort|uniq|wc|head|tail|tee|diff|cmp|patch|tar|gzip|gunzip|zip|unzip|xz|curl|wget|nc|ssh-\w+|gpg|openssl|base64|md5sum|sha\d+sum|jq|yq|envsubst|git|svn|hg|apt|apt-get|dpkg|yum|dnf|apk|brew|choco|pip\d*|pipx|gem|conda|sdkmanager|adb|emulator|systemctl|service|sysctl|modprobe|mount|umount|df|du|free|ps|top|lsof|netstat|ip|ifconfig|iptables|dig|ping|psql|mysql|redis-cli|mongosh|createdb|dropdb|pg_\w+|kind|minikube|k3d|az|aws|gcloud|gsutil|bq|corepack|nvm|rustup|update-alternatives|locale-gen|fallocate|file|stat|basename|dirname|realpath|readlink|seq|expr|bc|tput|clear|getconf|nproc|[A-Z][a-z]+-[A-Z]\w+)$|[=.+"'`{}\\*]|_/;
/** Folders in which installed programs lie. */
export const PROGRAM_FOLDERS =
  /(?:^|\/)(?:node_modules\/\.bin|vendor\/bin|\.?venv\/bin|env\/bin|\.tox|usr\/(?:local\/)?bin|\.local\/bin|go\/bin|\.cargo\/bin|\.bin|\.tools|_tools|tools\/bin|hack\/tools\/bin)\//;

/** May it test, check, build or deploy, for all that is known? Functions of the shell (`run_tests`) are read where they stand. */
export const mayDoMore = (words: readonly string[]): boolean =>
  !PLAIN.test(words[0] ?? '') &&
  SUGGESTIVE.test(
    words
      .slice(0, 4)
      .filter((word) => !/\s/.test(word))
      .join(' '),
  );
