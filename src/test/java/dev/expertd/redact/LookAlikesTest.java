package dev.expertd.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like a secret and is none: code that handles secrets, names, versions, places that everybody has. */
class LookAlikesTest {
    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password = os.environ[\"X1\"]",
                "password=password",
                "login(user=user, password=password2)",
                "password: ${{ secrets.DB_PASSWORD_1 }}",
                "password: $DB_PASSWORD1",
                "password: !vault |",
                "\"password\": \"Password\"",
                "\"password\": \"Kennwort\"",
                "password_field = \"input-3\"",
                "PASSWORD_MIN_LENGTH = 12",
                "passwordHash = sha256(password)",
                "if password != stored_password: raise InvalidPasswordError(\"wrong password\")",
                "use --password to set it, --token is required",
                "token: str",
                "token = tokens.next()",
                "token = 0xdeadbeefcafebabe",
                "token_count: 128000",
                "session_token: Optional[str] = None",
                "const token: Token = parseToken(x)",
                "secretKeyRef: db",
                "secret: my-secret-v2",
                "secret = \"projects/x/secrets/y/versions/1\"",
                "self.secret_key = settings.SECRET_KEY_2",
                "credentials: \"include\"",
                "cache_key=node-modules-v2-abc",
                "key: v1-deps-linux-x86_64",
                "apiKey=config.key2",
                "Basic authentication is required, a bearer token-authentication scheme is not",
                "docker run --user 1000:1000 node:20-alpine"
            })
    void codeThatHandlesSecretsStays(String code) {
        stays(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-fading-circle-container-large",
                "task-da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "SG.configurationManagerFactory.doSomethingVeryLongNamedMethod",
                "npm_config_registry_and_other_long_names_here",
                "pypi-publish-some-long-job-name-with-hyphens-and-more",
                "hf_transformers_tokenizer_configuration_path",
                "patch.applyToAllOfTheFilesInTheWholeTree",
                "if (pem.startsWith(\"-----BEGIN PRIVATE KEY-----\")) { end = \"-----END PRIVATE KEY-----\"; }",
                "\"-----BEGIN PRIVATE KEY-----\\n\" + base64Key + \"\\n-----END PRIVATE KEY-----\""
            })
    void namesThatBeginLikeATokenStay(String code) {
        stays(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@decorator",
                "@app.route(\"/x\")",
                "uses: actions/checkout@v4",
                "uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
                "git@github.com:owner/repo.git",
                "git clone ssh://git@github.com/owner/repo.git",
                "lodash@4.17.21 and \"@babel/core@^7.0.0\"",
                "foo@1.2.3-beta.rc",
                "return this@MainActivity.applicationContext",
                "self.w@x.to(device)",
                "w @ x.T + b@c.T",
                "icon@2x.png",
                "node@sha256:3a09aa6354567619221ef6c45a5051b671f953f0a1924d1f819ffb236e520e6b"
            })
    void anAtSignMakesNoAddress(String code) {
        stays(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3000/x 127.0.0.1:5432 0.0.0.0",
                "import com.acme.internal.Foo; import com.acme.internal;",
                "threading.local() self.local window.local",
                ".env.local and settings.local.json and config.local",
                "http://host.docker.internal:8080",
                "Mozilla/5.0 Chrome/10.0.1.2 Safari",
                "version 10.0.0.1, foo==10.0.0.1, lib-10.1.2.3.jar",
                "10.0.0.0/8 and 192.168.0.0/16 and 172.16.0.0/12",
                "router.get(\"/users/123/home\")",
                "src/home/index.tsx and src/Users/list.tsx"
            })
    void placesThatEverybodyHasStay(String code) {
        stays(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order 123456789012 was paid, timestamp 1767600000000",
                "9fceb02d0ae598e95dc970b74767f19372d61af8",
                "550e8400-e29b-41d4-a716-446655440000",
                "github.com/pkg/errors v0.9.1 h1:FEBLx1zS214owpjy7qsBeixbURkuhQAwrK5UwLGTwt4=",
                "version 1.24.3-beta.1+build.7"
            })
    void numbersHashesAndVersionsStay(String code) {
        stays(code);
    }

    private void stays(String text) {
        assertThat(redactor.redact(text).text()).isEqualTo(text);
    }
}
