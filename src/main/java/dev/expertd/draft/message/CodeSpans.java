package dev.expertd.draft.message;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what is code into backticks, and product names not. */
final class CodeSpans {
    private static final Set<String> PRODUCTS = Set.of(
            ("GitHub GitLab DynamoDB FastAPI TypeScript JavaScript CloudWatch CloudFront CloudTrail CloudFormation PostgreSQL MySQL"
                            + " OAuth macOS iOS YouTube NodeJS DevOps OpenAI LangChain LangFuse MongoDB PowerShell WebSocket"
                            + " WebSockets GraphQL RabbitMQ JUnit IntelliJ LinkedIn BitBucket CircleCI DockerHub SQLAlchemy NumPy"
                            + " PyTorch TensorFlow OpenSSL OpenTelemetry JetBrains StackOverflow WebAssembly AppSync EventBridge"
                            + " e.g i.e")
                    .split(" "));
    private static final Pattern QUOTED = Pattern.compile("(`[^`]{1,300}`|\"[^\"]{3,160}\")");
    private static final Pattern CODE = Pattern.compile("(?<![\\w/`@.$%{-])(?:\\{[\\w./$:-]{1,60}\\}|"
            + "~?(?:[\\w.@-]{1,60}/){1,12}[\\w.\\-\\[\\]@*]{1,80}|~/[\\w.-]{1,60}/?"
            + "|[A-Za-z_]\\w{0,60}(?:\\.\\w{1,60}){0,6}\\((?!s\\))[^()]{0,40}\\)"
            + "|--[A-Za-z][\\w-]{1,40}(?:=[\\w./\"'-]{1,60}| <[\\w-]{1,30}>)?"
            + "|\\$\\{?[A-Z_][A-Z0-9_]{1,60}\\}?"
            + "|[\\w-]{1,80}\\.(?:py|ts|tsx|js|jsx|mjs|cjs|java|kt|go|rs|rb|yml|yaml|json|toml|ini|cfg|sh|md|sql|xml|gradle|html|css|properties|lock|txt|cc|cpp|env|tf|h|c)\\b"
            + "|\\.(?:env|gitignore|gitattributes|dockerignore|npmrc)\\b(?:\\.\\w{1,20})?"
            + "|[A-Z][A-Z0-9]{0,40}_[A-Z0-9_]{1,60}(?:=[^\\s,;)]{1,60})?"
            + "|_{0,2}[a-z0-9]{1,40}(?:_[a-z0-9]{1,40}){1,8}(?:\\.[a-z_]\\w{0,40})*"
            + "|[a-z]{1,40}[a-z0-9]{0,20}[A-Z]\\w{0,60}(?:\\.\\w{1,60})*"
            + "|@[a-z][\\w-]{1,40}(?:/[\\w-]{1,60})?|[a-z]{1,20}:[A-Z]\\w{1,60}"
            + "|[a-z][\\w-]{1,60}@v?\\d[\\w.]{0,20}"
            + "|[A-Z][a-z0-9]{1,40}(?:[A-Z][a-z0-9]{0,40}){1,8}(?:\\.\\w{1,60})*"
            + "|[a-zA-Z_]\\w{1,60}(?:\\.[a-zA-Z_]\\w{1,60}){1,6}"
            + "|\\w{1,60}(?:Error|Exception)\\b"
            + ")");
    private static final Pattern WORDS =
            Pattern.compile("[\\d./]+|[A-Z]\\w*/[A-Z]\\w*|[a-z]{1,12}/[a-z]{1,12}|\\d+/\\w+|[A-Z]{1,4}s|and/or");

    private CodeSpans() {}

    /** The text with code in backticks; existing spans and quotations stay as they are. */
    static String mark(String text) {
        String plain = Sentences.count(text, '`') % 2 == 1 ? text.replace("`", "") : text;
        Matcher quoted = QUOTED.matcher(plain);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (quoted.find()) {
            out.append(markPlain(plain.substring(from, quoted.start()))).append(quoted.group());
            from = quoted.end();
        }
        return out.append(markPlain(plain.substring(from))).toString();
    }

    static boolean namesCode(String text) {
        return mark(text).indexOf('`') >= 0;
    }

    /** What stands in backticks. */
    static Set<String> in(String marked) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = Pattern.compile("`([^`]{1,300})`").matcher(marked);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String markPlain(String text) {
        Matcher matcher = CODE.matcher(text);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            String word = matcher.group();
            String trimmed = word.replaceAll("[.,:;]+$", "");
            boolean plain = trimmed.isEmpty()
                    || PRODUCTS.contains(trimmed)
                    || WORDS.matcher(trimmed).matches();
            out.append(text, from, matcher.start());
            out.append(plain ? word : "`" + trimmed + "`" + word.substring(trimmed.length()));
            from = matcher.end();
        }
        return out.append(text.substring(from)).toString();
    }
}
