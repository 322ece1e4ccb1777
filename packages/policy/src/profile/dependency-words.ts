/**
 * What direct run-time dependencies say of a program, by the names that package managers know them by (lower case; Go
 * by a part of the module path). Data: a framework that is missing is one line more.
 */

const named = (...names: readonly string[]): ReadonlySet<string> => new Set(names);

/** Frameworks and servers that answer requests or take work from a queue. */
export const SERVER = named(
  ...['express', 'fastify', 'koa', '@nestjs/core', '@hapi/hapi', 'restify', 'hono', 'apollo-server', '@apollo/server'],
  ...['bullmq', 'bull', 'amqplib', 'kafkajs', 'socket.io', '@adonisjs/core', 'sails', 'moleculer'],
  ...['flask', 'django', 'fastapi', 'starlette', 'tornado', 'sanic', 'pyramid', 'bottle', 'falcon', 'litestar'],
  ...['gunicorn', 'uvicorn', 'celery', 'dramatiq', 'rq', 'waitress', 'uwsgi'],
  ...['rails', 'sinatra', 'puma', 'hanami', 'grape', 'sidekiq', 'unicorn'],
  ...['actix-web', 'axum', 'rocket', 'warp', 'tonic', 'poem'],
  ...['spring-boot-starter-web', 'spring-boot-starter-webflux', 'org.springframework.boot', 'quarkus-rest'],
  ...['spring-boot-starter-actuator'],
  ...['spring-boot-starter-webmvc', 'spring-boot-starter-jersey', 'spring-boot-starter-graphql'],
  ...['spring-cloud-config-server', 'spring-cloud-starter-gateway', 'spring-cloud-starter-gateway-server-webflux'],
  ...['spring-cloud-starter-gateway-server-webmvc', 'spring-cloud-starter-netflix-eureka-server'],
  ...[
    'spring-boot-admin-starter-server',
    'quarkus-resteasy',
    'io.quarkus',
    'micronaut-http-server-netty',
    'ktor-server-netty',
    'ktor-server-core',
  ],
  ...['io.ktor.plugin', 'dropwizard-core', 'vertx-web', 'rapids-and-rivers'],
  ...['laravel/framework', 'symfony/framework-bundle', 'slim/slim'],
  ...['microsoft.net.sdk.web', 'microsoft.net.sdk.worker', '@backstage/backend-defaults'],
  // What is called as a function.
  ...['@google-cloud/functions-framework', 'functions-framework', '@azure/functions', 'azure-functions'],
  ...['aws-lambda-powertools', '@aws-lambda-powertools/logger', 'aws-lambda-java-core', 'firebase-functions'],
);
export const GO_SERVER =
  /^(?:github\.com\/(?:gin-gonic\/gin|labstack\/echo|gofiber\/fiber|go-chi\/chi|gorilla\/mux|julienschmidt\/httprouter|twitchtv\/twirp|go-kit\/kit|segmentio\/kafka-go)|google\.golang\.org\/grpc|connectrpc\.com\/connect|sigs\.k8s\.io\/controller-runtime)/;

/** Of Elixir, where `phoenix` is the framework; of npm it is what talks to one. */
export const ELIXIR_SERVER = named(
  'phoenix',
  'bandit',
  'plug_cowboy',
  'cowboy',
  'ranch',
  'oban',
  'broadway',
  'absinthe',
);
export const ELIXIR_WEB = named('phoenix_live_view', 'phoenix_html');
export const ELIXIR_PAYMENT = named('stripity_stripe', 'stripe');
export const ELIXIR_LOGIN = named(
  ...['ueberauth', 'pow', 'guardian', 'bcrypt_elixir', 'argon2_elixir', 'pbkdf2_elixir', 'assent', 'openid_connect'],
);
export const ELIXIR_MAIL = named('swoosh', 'bamboo');

/** Of Haskell, whose packages have names that mean something else elsewhere. */
export const HASKELL_SERVER = named(
  ...['warp', 'warp-tls', 'servant-server', 'scotty', 'yesod', 'yesod-core', 'snap-server', 'snap', 'spock', 'Spock'],
  ...['happstack-server', 'ihp', 'twain', 'okapi'],
);

/** Pages in a browser. */
export const WEB = named(
  ...['next', 'nuxt', '@remix-run/react', '@remix-run/node', 'react-scripts', 'react-dom', '@angular/core', 'vue'],
  ...['svelte', '@sveltejs/kit', 'gatsby', 'preact', 'solid-js', 'astro', '@react-router/node', 'ember-source'],
);

/** Of these, frameworks with a server of their own: what is made with one is a program, not parts for others. */
export const WEB_PROGRAM = named(
  ...['next', 'nuxt', '@remix-run/node', '@react-router/node', '@sveltejs/kit', '@tanstack/react-start'],
);

/** What renders the templates among the resources of a program for the JVM as pages; without it they are mails and letters. */
export const TEMPLATES = named(
  ...['spring-boot-starter-thymeleaf', 'thymeleaf', 'thymeleaf-spring6', 'thymeleaf-spring5'],
  ...['spring-boot-starter-freemarker', 'spring-boot-starter-mustache', 'spring-boot-starter-groovy-templates'],
  ...['jte', 'jte-spring-boot-starter', 'jte-spring-boot-starter-3', 'pebble-spring-boot-starter'],
  ...['quarkus-qute', 'quarkus-rest-qute', 'quarkus-resteasy-qute', 'micronaut-views-thymeleaf'],
  ...['ktor-server-thymeleaf', 'ktor-server-freemarker', 'ktor-server-pebble', 'ktor-server-mustache'],
);

/** Plugins of Gradle by which what a build makes is taken by other builds. */
export const PUBLISHED = named(
  ...['maven-publish', 'java-gradle-plugin', 'com.gradle.plugin-publish', 'com.vanniktech.maven.publish'],
  ...['java-library', 'com.android.library'],
);

export const MOBILE = named(
  ...['react-native', 'expo', 'flutter', '@capacitor/core', 'cordova', 'nativescript'],
  'com.android.application',
);
export const PIPELINE = named(
  ...['apache-airflow', 'dagster', 'luigi', 'prefect', 'pyspark', 'dbt-core', 'apache-beam', 'kedro', 'meltano'],
);

/** Money moves. */
export const PAYMENT = named(
  ...['stripe', '@stripe/stripe-js', 'braintree', 'paypal-rest-sdk', '@paypal/checkout-server-sdk', 'adyen'],
  ...[
    '@adyen/api-library',
    'square',
    'razorpay',
    'mollie',
    '@mollie/api-client',
    'stripe-java',
    'stripe.net',
    'paddle-sdk',
  ],
  ...['@lemonsqueezy/lemonsqueezy.js', 'govuk-pay', 'pay', 'klarna', 'dj-stripe', 'stripe-ruby'],
);
export const GO_PAYMENT = /^github\.com\/(?:stripe\/stripe-go|plutov\/paypal|braintree-go)/;

/** People log in. */
export const LOGIN = named(
  ...['passport', 'next-auth', '@auth/core', 'better-auth', 'lucia', 'bcrypt', 'bcryptjs', 'argon2', '@node-rs/argon2'],
  ...['@node-rs/bcrypt', 'openid-client', 'oidc-provider', '@clerk/nextjs', '@auth0/nextjs-auth0', 'supertokens-node'],
  ...['django-allauth', 'authlib', 'flask-login', 'passlib', 'python-jose', 'flask-bcrypt', 'mozilla-django-oidc'],
  ...['flask-security', 'argon2-cffi', 'webauthn', 'pyotp', 'devise', 'omniauth', 'omniauth_openid_connect', 'rodauth'],
  ...['spring-boot-starter-security', 'spring-boot-starter-oauth2-client', 'keycloak-core', 'duende.identityserver'],
  ...['microsoft.aspnetcore.identity.entityframeworkcore', 'microsoft.aspnetcore.authentication.openidconnect'],
  ...['laravel/sanctum', 'laravel/passport', 'firebase/php-jwt'],
);
export const GO_LOGIN =
  /^(?:github\.com\/(?:coreos\/go-oidc|markbates\/goth|ory\/|dexidp\/dex|go-webauthn)|golang\.org\/x\/oauth2)/;

/** Mail leaves for people. */
export const MAIL = named(
  ...['nodemailer', '@sendgrid/mail', 'sendgrid', 'resend', 'mailgun.js', 'postmark', 'notifications-node-client'],
  ...['notifications-ruby-client', 'notifications-python-client', 'mail-notify', '@aws-sdk/client-ses'],
);
