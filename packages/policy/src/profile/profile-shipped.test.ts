import { expect, test } from '@jest/globals';
import type { FileFacts } from '@shipworthy/model';
import { attaching, manifest, many, names } from './testing/trees.ts';

test.each<[string, string[], string[], FileFacts[]]>([
  [
    'a program with releases and adopters is shipped',
    ['shipped-component'],
    ['Dockerfile', 'ADOPTERS.md', '.github/workflows/release.yml', 'main.go', ...many(9, 'pkg/#.go')],
    [manifest('go.mod', { dependencies: ['google.golang.org/grpc'] })],
  ],
  [
    'a server with its command and agent, each in a package for the machines of others',
    ['shipped-component'],
    ['cmd/server/main.go', 'cmd/agent/main.go', 'nfpm/server.yaml', 'nfpm/agent.yaml', ...many(9, 'server/#.go')],
    [
      manifest('go.mod', { dependencies: ['github.com/gin-gonic/gin'] }),
      manifest('web/package.json', { private: true, dependencies: ['vue'] }),
    ],
  ],
  [
    'a daemon with installers',
    ['shipped-component'],
    ['Dockerfile', 'x.wxs', 'main.go', ...many(9, 'x/#.go')],
    [manifest('go.mod', { dependencies: ['github.com/go-chi/chi/v5'] })],
  ],
  [
    'an operator that a distribution rolls out',
    ['shipped-component'],
    ['Dockerfile', 'manifests/0000_50_operator_01_rbac.yaml', 'cmd/operator/main.go', ...many(20, 'pkg/#.go')],
    [manifest('go.mod', { dependencies: ['sigs.k8s.io/controller-runtime'] })],
  ],
  [
    'a server with an archive for others at each release',
    ['shipped-component'],
    ['docker/Dockerfile', 'app.go', 'main.go', ...many(9, 'api/#.go')],
    [
      manifest('go.mod', { dependencies: ['github.com/gin-gonic/gin'] }),
      attaching('.github/workflows/build.yml', 'svenstaro/upload-release-action@v2', { file: 'build/*.zip' }),
    ],
  ],
  [
    'a server whose release takes all that was collected',
    ['shipped-component'],
    ['Dockerfile', 'server/main.go', 'client/main.go', ...many(9, 'server/api/#.go')],
    [
      manifest('go.mod', { dependencies: ['github.com/gorilla/mux'] }),
      attaching('.github/workflows/build.yml', 'softprops/action-gh-release@v2', { files: './artifacts/*' }),
    ],
  ],
  [
    'an operator whose trials outnumber it',
    ['shipped-component'],
    [
      'build/Dockerfile',
      'cmd/manager/main.go',
      'config/crd/bases/shop.example.com_tills.yaml',
      ...many(20, 'pkg/#.go'),
      ...many(200, 'e2e-tests/#/conf/till.yaml'),
    ],
    [manifest('go.mod', { dependencies: ['google.golang.org/grpc', 'sigs.k8s.io/controller-runtime'] })],
  ],
  [
    'a server that a script at the root fetches',
    ['shipped-component'],
    ['Dockerfile', 'download.sh', '.github/workflows/release.yml', 'src/main.rs', ...many(9, 'src/#.rs')],
    [manifest('Cargo.toml', { ecosystem: 'cargo', name: 'shop', private: true, dependencies: ['axum'] })],
  ],
  [
    'a server for others with more statements of SQL than code',
    ['shipped-component'],
    ['.goreleaser.yml', 'main.go', ...many(20, 'server/#.go'), ...many(400, 'persistence/sql/#.up.sql')],
    [manifest('go.mod', { dependencies: ['google.golang.org/grpc'] })],
  ],
  [
    'a component that says how it is released and what each release brought',
    ['shipped-component'],
    ['Dockerfile', 'RELEASES.md', 'changelogs/CHANGELOG-v1.2.0.md', 'cmd/proxy/proxy.go', ...many(9, 'internal/#.go')],
    [manifest('go.mod', { dependencies: ['google.golang.org/grpc'] })],
  ],
  [
    'packages of distributions',
    ['shipped-component'],
    ['Procfile', 'main.go', 'packaging/debian/Dockerfile', 'packaging/debian/control', ...many(9, 'internal/#.go')],
    [manifest('go.mod', {})],
  ],
])('%s: %j', (_name, expected, paths, files) => {
  expect(names(paths, files)).toEqual(expected);
});
