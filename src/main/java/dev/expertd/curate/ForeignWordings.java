package dev.expertd.curate;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The same in other languages, without accents and in lower case: to drop what was said before, and to act at once. */
final class ForeignWordings {
    static final List<Pattern> SPOKEN = Stream.of(
                    // German
                    "\\b(?:ignorier\\w*|vergiss|vergesst|missachte\\w*|ubergeh\\w*|befolge? (?:nicht|keine))\\b.{0,40}\\b(?:vorherig|bisherig|obig|fruher|alle|samtlich|vorangegangen|deine|urspr)\\w*\\b.{0,30}\\b(?:anweisung|instruktion|befehl|regel|vorgabe|anordnung|prompt)",
                    "\\b(?:du|ihr|sie) (?:musst|mussen|sollst|sollen|wirst) (?:jetzt|nun|sofort|ab sofort)\\b|\\bab (?:jetzt|sofort) (?:bist|antworte|befolge|ignoriere) ?(?:du)?\\b",
                    // French
                    "\\b(?:ignore[rz]?|oublie[rz]?|neglige[rz]?|ne (?:tiens|tenez) pas compte de)\\b.{0,30}\\b(?:instructions?|consignes?|directives?|regles|ordres?|prompts?)\\b.{0,30}\\b(?:precedent|anterieur|ci dessus|plus haut|du systeme|initial)",
                    "\\b(?:ignore[rz]?|oublie[rz]?)\\b.{0,10}\\btoutes? (?:les|vos|tes) (?:instructions|consignes|directives|regles)\\b",
                    "\\b(?:tu dois|vous devez) (?:maintenant|immediatement|desormais)\\b|\\btu es (?:maintenant|desormais) une?\\b",
                    // Spanish
                    "\\b(?:ignora\\w*|olvida\\w*|descarta\\w*|haz caso omiso|no sigas)\\b.{0,30}\\b(?:instrucciones|ordenes|reglas|indicaciones|directrices|prompts?)\\b.{0,30}\\b(?:anterior|previa|de arriba|del sistema)",
                    "\\b(?:ignora|olvida)\\w*\\b.{0,10}\\btodas (?:las|tus|sus) (?:instrucciones|ordenes|reglas|indicaciones)\\b",
                    "\\b(?:debes|tienes que|debe usted) (?:ahora|inmediatamente|ya)\\b|\\bahora eres una?\\b",
                    // Italian, Portuguese, Dutch
                    "\\b(?:ignora\\w*|dimentica\\w*)\\b.{0,30}\\b(?:istruzioni|regole|ordini|direttive)\\b.{0,30}\\b(?:precedent|sopra|di sistema)",
                    "\\b(?:ignor[ea]\\w*|esque[cs]a\\w*|desconsider[ea]\\w*)\\b.{0,30}\\b(?:instrucoes|regras|ordens|diretrizes)\\b.{0,30}\\b(?:anterior|acima|do sistema)",
                    "\\b(?:negeer|vergeet)\\b.{0,30}\\b(?:vorige|eerdere|bovenstaande|alle)\\b.{0,20}\\b(?:instructies|regels|opdrachten)",
                    // Russian
                    "(?:игнорируи|забуд|не обращаи внимания|отбрось).{0,40}(?:предыдущ|прежн|все|выше).{0,30}(?:инструкц|указан|правил|команд)",
                    // Chinese, Japanese, Korean
                    "(?:忽略|无视|忽視|無視|忘记|忘記|不要理会|不要遵守|跳过).{0,12}(?:之前|以上|先前|上述|前面|所有|此前|全部|上面).{0,8}(?:指令|指示|说明|說明|命令|规则|規則|提示|要求)",
                    "你现在(?:是|必须)|你必须(?:立即|马上|现在)|你現在(?:是|必須)",
                    "(?:以前|前|上記|これまて|すへて|全て)の?.{0,6}(?:指示|命令|ルール|フロンフト).{0,4}を?(?:無視|忘れ)",
                    "\\S{0,4}(?:이전|위의|모든|앞의).{0,10}(?:지시|명령|규칙|프롬프트).{0,6}(?:무시|잊)")
            .map(ForeignWordings::decomposed)
            .toList();

    private ForeignWordings() {}

    /** Folding takes letters apart, those of Korean too. */
    private static Pattern decomposed(String wording) {
        return Pattern.compile(Normalizer.normalize(wording, Normalizer.Form.NFKD));
    }
}
