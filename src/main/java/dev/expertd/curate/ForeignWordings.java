package dev.expertd.curate;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/** The same in other languages, without accents and in lower case: to drop what was said before, and to act at once. */
final class ForeignWordings {
    static final List<Wording> SPOKEN = List.of(
            // German
            wording(
                    "\\b(?:ignorier\\w*|vergiss|vergesst|missachte\\w*|ubergeh\\w*|befolge? (?:nicht|keine))\\b.{0,40}\\b(?:vorherig|bisherig|obig|fruher|alle|samtlich|vorangegangen|deine|urspr)\\w*\\b.{0,30}\\b(?:anweisung|instruktion|befehl|regel|vorgabe|anordnung|prompt)",
                    "ignorier",
                    "vergiss",
                    "vergesst",
                    "missachte",
                    "ubergeh",
                    "befolg"),
            wording(
                    "\\b(?:du|ihr|sie) (?:musst|mussen|sollst|sollen|wirst) (?:jetzt|nun|sofort|ab sofort)\\b|\\bab (?:jetzt|sofort) (?:bist|antworte|befolge|ignoriere) ?(?:du)?\\b",
                    "musst",
                    "mussen",
                    "sollst",
                    "sollen",
                    "wirst",
                    "ab jetzt",
                    "ab sofort"),
            // French
            wording(
                    "\\b(?:ignore[rz]?|oublie[rz]?|neglige[rz]?|ne (?:tiens|tenez) pas compte de)\\b.{0,30}\\b(?:instructions?|consignes?|directives?|regles|ordres?|prompts?)\\b.{0,30}\\b(?:precedent|anterieur|ci dessus|plus haut|du systeme|initial)",
                    "ignore",
                    "oublie",
                    "neglige",
                    "pas compte"),
            wording(
                    "\\b(?:ignore[rz]?|oublie[rz]?)\\b.{0,10}\\btoutes? (?:les|vos|tes) (?:instructions|consignes|directives|regles)\\b",
                    "ignore",
                    "oublie"),
            wording(
                    "\\b(?:tu dois|vous devez) (?:maintenant|immediatement|desormais)\\b|\\btu es (?:maintenant|desormais) une?\\b",
                    "tu dois",
                    "vous devez",
                    "tu es"),
            // Spanish
            wording(
                    "\\b(?:ignora\\w*|olvida\\w*|descarta\\w*|haz caso omiso|no sigas)\\b.{0,30}\\b(?:instrucciones|ordenes|reglas|indicaciones|directrices|prompts?)\\b.{0,30}\\b(?:anterior|previa|de arriba|del sistema)",
                    "ignora",
                    "olvida",
                    "descarta",
                    "haz caso",
                    "no sigas"),
            wording(
                    "\\b(?:ignora|olvida)\\w*\\b.{0,10}\\btodas (?:las|tus|sus) (?:instrucciones|ordenes|reglas|indicaciones)\\b",
                    "ignora",
                    "olvida"),
            wording(
                    "\\b(?:debes|tienes que|debe usted) (?:ahora|inmediatamente|ya)\\b|\\bahora eres una?\\b",
                    "debes",
                    "tienes que",
                    "debe usted",
                    "ahora eres"),
            // Italian, Portuguese, Dutch
            wording(
                    "\\b(?:ignora\\w*|dimentica\\w*)\\b.{0,30}\\b(?:istruzioni|regole|ordini|direttive)\\b.{0,30}\\b(?:precedent|sopra|di sistema)",
                    "ignora",
                    "dimentica"),
            wording(
                    "\\b(?:ignor[ea]\\w*|esque[cs]a\\w*|desconsider[ea]\\w*)\\b.{0,30}\\b(?:instrucoes|regras|ordens|diretrizes)\\b.{0,30}\\b(?:anterior|acima|do sistema)",
                    "ignor",
                    "esque",
                    "desconsider"),
            wording(
                    "\\b(?:negeer|vergeet)\\b.{0,30}\\b(?:vorige|eerdere|bovenstaande|alle)\\b.{0,20}\\b(?:instructies|regels|opdrachten)",
                    "negeer",
                    "vergeet"),
            // Russian
            wording(
                    "(?:игнорируи|забуд|не обращаи внимания|отбрось).{0,40}(?:предыдущ|прежн|все|выше).{0,30}(?:инструкц|указан|правил|команд)",
                    "игнорируи",
                    "забуд",
                    "не обращаи",
                    "отбрось"),
            // Chinese, Japanese, Korean
            wording(
                    "(?:忽略|无视|忽視|無視|忘记|忘記|不要理会|不要遵守|跳过).{0,12}(?:之前|以上|先前|上述|前面|所有|此前|全部|上面).{0,8}(?:指令|指示|说明|說明|命令|规则|規則|提示|要求)",
                    "忽略",
                    "无视",
                    "忽視",
                    "無視",
                    "忘记",
                    "忘記",
                    "不要",
                    "跳过"),
            wording("你现在(?:是|必须)|你必须(?:立即|马上|现在)|你現在(?:是|必須)", "你现在", "你必须", "你現在"),
            wording("(?:以前|前|上記|これまて|すへて|全て)の?.{0,6}(?:指示|命令|ルール|フロンフト).{0,4}を?(?:無視|忘れ)", "無視", "忘れ"),
            wording("\\S{0,4}(?:이전|위의|모든|앞의).{0,10}(?:지시|명령|규칙|프롬프트).{0,6}(?:무시|잊)", "무시", "잊"));

    private ForeignWordings() {}

    /** Folding takes letters apart, those of Korean too. */
    private static Wording wording(String regex, String... hints) {
        return Wording.of(
                apart(regex), Stream.of(hints).map(ForeignWordings::apart).toArray(String[]::new));
    }

    private static String apart(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }
}
