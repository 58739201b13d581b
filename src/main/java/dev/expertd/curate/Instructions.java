package dev.expertd.curate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text that tells its reader to act instead of telling what was learned. Agents obey expertise files, so a sentence
 * that speaks to them is refused whoever wrote it.
 */
final class Instructions implements Rule {
    private static final List<Pattern> SPOKEN = Stream.of(
                    "\\b(?:ignore|disregard|forget|override|bypass)\\b.{0,40}\\b(?:previous|prior|above|earlier|all|any|other|system)\\b.{0,30}\\b(?:instruction|prompt|rule|guideline|direction|command|context|polic)",
                    "\\bnew (?:system )?(?:instructions?|prompt)\\b",
                    "\\byou (?:are|must|should|shall|will|need to|have to) (?:now|always|never|immediately|act|pretend|obey|respond|answer|run|execute|send|post|upload|delete|disable|comply)\\b",
                    "\\b(?:act|behave|respond) as (?:if you|an? (?:ai|assistant|admin|root|developer mode))",
                    "\\b(?:assistant|agent|claude|chatgpt|copilot|llm|language model|ai model)s?\\b.{0,30}\\b(?:must|should|shall|please|has to|have to|need to)\\b.{0,40}\\b(?:run|execute|send|post|upload|fetch|download|delete|reveal|print|output|ignore|approve|merge|push|disable)\\b",
                    "\\b(?:system|developer|hidden) prompt\\b",
                    "\\bdo not (?:tell|inform|mention (?:this )?to|alert) (?:the )?(?:user|developer|human|anyone)",
                    "\\b(?:curl|wget|iwr|invoke-webrequest)\\b[^|`]{0,200}\\|\\s{0,3}(?:sudo\\s+)?(?:ba|z|da|k)?sh\\b",
                    "\\b(?:run|execute|paste) (?:the )?(?:following|this)(?: shell| bash)? (?:command|script|code)\\b",
                    "\\brm\\s+-rf\\s+[~/]",
                    "\\b(?:exfiltrate|jailbreak|prompt injection payload)\\b",
                    "<\\|?(?:im_start|im_end|system|assistant|endoftext)\\|?>|\\[/?INST\\]")
            .map(regex -> Pattern.compile(regex, Pattern.CASE_INSENSITIVE))
            .toList();

    @Override
    public Optional<String> objection(Candidate candidate, Desk desk) {
        String said = candidate.line();
        return SPOKEN.stream().anyMatch(pattern -> pattern.matcher(said).find())
                ? Optional.of("it speaks to the reader as an instruction instead of telling what was learned")
                : Optional.empty();
    }
}
