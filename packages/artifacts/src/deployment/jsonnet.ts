/** Objects of a cluster that a jsonnet text makes: as literals, or by the library that is generated from Kubernetes. */
const MAKES =
  /\bkind['"]?[ \t]*::?[ \t]*['"](?:Deployment|StatefulSet|DaemonSet|CronJob|Job|Ingress|Prometheus|Alertmanager)['"]|\b(?:deployment|statefulSet|daemonSet|cronJob)\.new\(/;

export const makesObjects = (text: string): boolean => MAKES.test(text);
