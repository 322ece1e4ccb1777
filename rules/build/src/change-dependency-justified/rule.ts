import { all, allBefore, defineRule, isByBot, profile, saidLines, wordsUnseen } from '@shipworthy/rule-kit';
import { newDependencies } from '../new-dependencies.ts';
import { isNamed } from '../package-mentions.ts';

export default defineRule({
  id: 'change/dependency-justified',
  title: 'A new dependency comes with a word on why',
  stages: ['build'],
  qualities: ['security', 'maintainability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'change',
  needs: {
    manifests: all('dependency-manifest'),
    earlier: allBefore('dependency-manifest'),
    records: all('decision-record'),
    repository: profile(),
  },
  messages: {
    unexplained:
      '{manifest} needs {names} from now on, and nothing says why. Whoever meets it in an audit or an update will not know whether it may go. One sentence in the pull request is enough, or leave it out.',
    guarding:
      '{manifest} needs {names} from now on, and nothing says why. Such a package stands between strangers and what they must not have: say in the pull request why this one, and who looked at it.',
  },
  check({ change }, { given, fault, gaps, pass, skip, unknown }) {
    if (isByBot(change.words)) return skip('a program made the change');
    const added = newDependencies(change, { head: given.manifests, base: given.earlier });
    const [any] = added;
    if (!any) return skip('it adds no package that the program needs to run');
    const lines = saidLines(change.words);
    const unnamed = added
      .map(({ manifest, names }) => ({ manifest, names: names.filter((name) => !isNamed(name, lines)) }))
      .filter(({ names }) => names.length > 0);
    const placeOf = ({ manifest }: (typeof added)[number]) => ({
      path: manifest.path,
      ...(manifest.facts.needsAt ? { span: manifest.facts.needsAt } : { span: [0, 1] as const }),
    });
    if (unnamed.length === 0) return pass(placeOf(any), 'what was said of the change names each');
    const touched = new Set(change.files.map(({ path }) => path));
    const record = given.records.find(({ path }) => touched.has(path));
    if (record) return pass({ path: record.path }, 'a decision comes with it');
    const unseen = wordsUnseen(change.words);
    if (unseen !== undefined) return unknown(unseen);
    return gaps(
      unnamed.map((one) => {
        const { path } = one.manifest;
        const values = { manifest: path, names: listed(one.names) };
        return one.names.some((name) => GUARDING.test(name) && !CLIENTS.test(name))
          ? fault('guarding', placeOf(one), values, given.repository.stated ? { discriminator: path } : hint(path))
          : fault('unexplained', placeOf(one), values, hint(path));
      }),
      placeOf(any),
    );
  },
});

const hint = (path: string) => ({ discriminator: path, severity: 'info' }) as const;

/** Packages that sign people in, encrypt, hold secrets or take payments, by a word of their names. */
const GUARDING =
  /(?:^|[^a-z])(?:o?auth\d?|authn|authz|oidc|saml|sso|jwt|jwks|jose|jsonwebtoken|passport|password|passwords|bcrypt\w*|argon2\w*|crypto\w*|encrypt\w*|cipher|tls|openssl|vault|secrets?|keyring|session|sessions|csrf|captcha|recaptcha|stripe|paypal|adyen|braintree|payments?|billing|webauthn|otp|totp|ldap\w*|sanitize\w*|sanitise\w*|sandbox|vm2)(?:$|[^a-z])/i;

/** Clients of a vendor, each named after the service it talks to. */
const CLIENTS = /^@(?:aws-sdk|azure|google-cloud)\//;

const SHOWN = 3;
const listed = (names: readonly string[]): string =>
  names.length <= SHOWN ? names.join(', ') : `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`;
