import type { Route } from '../route.ts';
import { checkRunRoutes } from './check-runs.ts';
import { codeScanningRoutes } from './code-scanning.ts';
import { commentRoutes } from './comments.ts';
import { gitRoutes } from './git.ts';
import { issueRoutes } from './issues.ts';
import { pullRoutes } from './pulls.ts';
import { repositoryRoutes } from './repositories.ts';

/** Every operation the loopback GitHub knows. */
export const ROUTES: readonly Route[] = [
  ...repositoryRoutes,
  ...gitRoutes,
  ...pullRoutes,
  ...issueRoutes,
  ...commentRoutes,
  ...checkRunRoutes,
  ...codeScanningRoutes,
];
