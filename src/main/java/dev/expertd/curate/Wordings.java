package dev.expertd.curate;

import java.util.List;

/** How English texts try to be obeyed. */
final class Wordings {
    private static final String DROP =
            "\\b(?:ignore|ignoring|disregard|forget|override|overrule|bypass|overlook|skip|discard|abandon|drop|delete|erase"
                    + "|(?:do not|don t|dont|never|stop|no longer) (?:follow|obey|heed|listen to|respect|apply)(?:ing)?|pay no attention to)\\b";

    /** What only a model has. */
    private static final String GIVEN =
            "(?:instruction|prompt|guideline|directive|guardrail|safeguard|system message|programming|restrictions)";

    private static final String[] GIVEN_WORDS = {
        "instruction",
        "prompt",
        "guideline",
        "directive",
        "guardrail",
        "safeguard",
        "system message",
        "programming",
        "restrictions"
    };

    private static final String MODEL =
            "(?:ai|llm|assistant|chatbot|language model|ai model|(?:ai |coding |autonomous )agent|chatgpt|gpt|claude|copilot|gemini|codex|cursor)s?";
    private static final String[] MODEL_WORDS = {
        "ai",
        "llm",
        "assistant",
        "chatbot",
        "language model",
        "agent",
        "gpt",
        "claude",
        "copilot",
        "gemini",
        "codex",
        "cursor"
    };

    private static final String PRIVATE =
            "(?:secret|token|credential|password|api key|private key|ssh key|access key|env|environment variable|cookie|passwd|id rsa|session)";

    private Wordings() {}

    private static final String PIPED =
            "(?:curl|wget|iwr|invoke-webrequest)\\b[^|`]{0,200}\\|\\s{0,3}(?:sudo\\s{1,3})?(?:ba|z|da|k)?sh\\b";

    /** In the line as it stands: commands and signs that no learning holds. */
    static final List<Wording> ANYWHERE = List.of(
            Wording.of(
                    "\\b(?:run|execute|paste|type|invoke|try|call|do|use)\\b[^|.;]{0,40}\\b" + PIPED,
                    "curl",
                    "wget",
                    "iwr",
                    "invoke-webrequest"),
            Wording.of(
                    "\\brm\\s{1,3}-(?:rf|fr)\\s{1,3}(?:--no-preserve-root\\s{1,3})?(?:/|~|\\$HOME|/\\*|(?:~|\\$HOME)/\\.(?:ssh|aws|gnupg|config|kube))(?=[\\s`'\";.,/]|$)",
                    "rm "),
            Wording.of(
                    "(?<!don't |do not |never )\\b(?:set|use|pass|run|enable|with|add|turn on)\\b.{0,30}\\bdangerously[-_]?skip",
                    "dangerously"),
            Wording.of(
                    "[<\u2039]\\|?(?:im_start|im_end|system|assistant|user|endoftext|eot_id|start_header_id|end_header_id)\\|?>",
                    "|"),
            Wording.of("\\[/?INST\\]|<</?SYS>>|<(?:start|end)_of_turn>", "inst]", "sys>", "_of_turn>"),
            Wording.of(
                    "\\b(?:iex|invoke-expression)\\b.{0,60}\\b(?:downloadstring|iwr|invoke-webrequest)\\b",
                    "iex",
                    "invoke-expression"));

    /** Outside code: what is piped into a shell, and tags by which the parts of a conversation or a call of a tool are marked. */
    static final List<Wording> TAGS = List.of(
            Wording.of("\\b" + PIPED, "curl", "wget", "iwr", "invoke-webrequest"),
            Wording.of(
                    "[<\u2039]/?\\s{0,3}(?:\\w{1,12}:)?(?:system|assistant|user|human|instructions?|system[-_ ](?:reminder|prompt|message)|tool[-_ ]?(?:call|use|result|calls)|function[-_ ](?:calls?|results?)|invoke|parameter|thinking|admin|override|important)\\b[^>]{0,80}>?",
                    "<",
                    "\u2039"),
            Wording.of(
                    "(?:^|[.!?;]\\s|\\\\n)\\s{0,3}(?:system|assistant|human|developer|admin)\\s{0,2}:\\s{0,3}(?:you|ignore|disregard|please|do|run|execute|from now|new|override|the user|always|never|forget|reveal|send|print)\\b",
                    "system",
                    "assistant",
                    "human",
                    "developer",
                    "admin"),
            Wording.of(
                    "(?:#{1,6}|\\*\\*|={2,})\\s{0,3}(?:new |updated |system )?(?:instructions?|system prompt)\\b",
                    "instruction",
                    "system prompt"));

    /** In the line as its reader understands it. */
    static final List<Wording> SPOKEN = List.of(
            Wording.of(
                    DROP
                            + ".{0,40}\\b(?:previous|prior|above|earlier|preceding|foregoing|former|your|initial|original)\\b.{0,30}\\b"
                            + GIVEN,
                    GIVEN_WORDS),
            Wording.of(
                    DROP
                            + ".{0,30}\\b(?:previous|prior|preceding|foregoing|above)\\b.{0,12}\\b(?:rule|direction|command|context|polic|message|order|text)",
                    "previous",
                    "prior",
                    "preceding",
                    "foregoing",
                    "above"),
            Wording.of(
                    DROP
                            + ".{0,20}\\b(?:all|any|every|everything|other|these|those|existing|system)\\b.{0,20}\\b(?:instructions|guidelines|directives|guardrails|safeguards|safety|system prompt)",
                    "instructions",
                    "guidelines",
                    "directives",
                    "guardrails",
                    "safeguards",
                    "safety",
                    "system prompt"),
            Wording.of(
                    DROP
                            + ".{0,12}\\b(?:everything|anything|all)\\b.{0,20}\\b(?:above|before|you (?:were|have been|know|learned))\\b",
                    "above",
                    "before",
                    "you were",
                    "you have",
                    "you know",
                    "you learned"),
            Wording.of(
                    "\\b(?:previous|prior|above|earlier|your)\\b.{0,20}\\b" + GIVEN
                            + "s?\\b.{0,30}\\b(?:void|cancel|obsolete|superseded|no longer|not (?:apply|valid)|overridden|ignored|suspended)",
                    GIVEN_WORDS),
            Wording.of(
                    "\\b(?:here are|these are|follow|obey|execute|with) (?:your|the|these|my)?\\s?(?:new|updated|real|actual|following) (?:system )?(?:instructions?|orders|directives)\\b",
                    "instruction",
                    "orders",
                    "directives"),
            Wording.of(
                    "\\byour (?:new|real|actual|true|only) (?:task|goal|job|role|mission|instructions?|objective|purpose) (?:is|are)\\b",
                    "your new",
                    "your real",
                    "your actual",
                    "your true",
                    "your only"),
            Wording.of("\\bnew (?:system )?(?:instructions?|orders|prompt) ?:", "new "),
            Wording.of(
                    "\\byou (?:must|should|shall|will|need to|have to|are to|are required to|are ordered to|are instructed to) (?:now|immediately|at once|right away|instantly|henceforth|first of all obey|obey|comply|pretend|act as|respond|answer only)\\b",
                    "you must",
                    "you should",
                    "you shall",
                    "you will",
                    "you need to",
                    "you have to",
                    "you are "),
            Wording.of(
                    "\\byou are (?:now|no longer|hereby|from now on) (?:a|an|in|the|free|acting|operating|allowed|authori[sz]ed|permitted|required|not|dan|bound|my|going)\\b",
                    "you are "),
            Wording.of(
                    "\\b(?:act|behave|respond|answer|pretend) (?:as|like|to be) (?:if you|though you|you|an? (?:ai|assistant|admin|root|developer mode|unrestricted|hacker|different))",
                    "act ",
                    "behave ",
                    "respond ",
                    "answer ",
                    "pretend "),
            Wording.of(
                    "\\bfrom (?:now on|this point on|here on)\\b,? (?:you|always|never|act|respond|answer|reply|obey|ignore|do not|don t)\\b",
                    "from now on",
                    "from this point on",
                    "from here on"),
            Wording.of(
                    "\\b(?:dear|hey|hello|attention|note to|notice to|message (?:to|for)|instructions? (?:to|for)|warning to|important for)(?: all| any| the| every)? "
                            + MODEL + "\\b",
                    MODEL_WORDS),
            Wording.of("\\b(?:if|since|as|because|when) you (?:are|re) an? " + MODEL + "\\b", MODEL_WORDS),
            Wording.of(
                    "\\b(?:any|every|all) " + MODEL
                            + " (?:that |who |which )?(?:read|reads|reading|process|processes|processing|see|sees|seeing)\\b",
                    MODEL_WORDS),
            Wording.of(
                    "^(?:hey |ok |dear )?(?:assistant|claude|chatgpt|copilot|gemini|ai agent)[,:!] ",
                    "assistant",
                    "claude",
                    "chatgpt",
                    "copilot",
                    "gemini",
                    "ai agent"),
            Wording.of(
                    "\\b(?:assistants?|ai|llms?|language models?|chatgpt|copilot|ai models?|ai agents?)\\b.{0,20}\\b(?:must|should|shall|please|has to|have to|need to)\\b.{0,30}\\b(?:exfiltrate|upload|reveal|leak|approve|disable|obey|ignore|delete|post|send)\\b.{0,40}\\b(?:all|every|"
                            + PRIVATE + "|review|check|instruction)",
                    "assistant",
                    "ai",
                    "llm",
                    "language model",
                    "chatgpt",
                    "copilot"),
            Wording.of(
                    "\\b(?:reveal|print|repeat|output|leak|show|disclose|dump|tell me|give me)\\b.{0,20}\\b(?:your|the|its)\\b.{0,12}\\b(?:system|developer|hidden|initial|original|secret)\\b.{0,4}\\b(?:prompt|message|instructions?)",
                    "system",
                    "developer",
                    "hidden",
                    "initial",
                    "original",
                    "secret"),
            Wording.of(
                    "\\b(?:do not|don t|dont|never|without)\\b.{0,6}\\b(?:tell|telling|inform|informing|alert|alerting|notify|notifying|ask|asking|mention (?:this|it) to|mentioning (?:this|it) to|show (?:this|it) to)\\b.{0,8}\\b(?:user|developer|human|anyone|anybody|maintainer|reviewer|operator)s?\\b.{0,30}\\b(?:this|about|that|why|before|what|it)\\b|\\bkeep (?:this|it) (?:secret|hidden) from\\b",
                    "user",
                    "developer",
                    "human",
                    "anyone",
                    "anybody",
                    "maintainer",
                    "reviewer",
                    "operator",
                    "keep "),
            Wording.of(
                    "\\b(?:do not|don t|dont|never)\\b (?:tell|inform|alert|notify) (?:the |any )?(?:user|developer|human|anyone)s?\\b",
                    "user",
                    "developer",
                    "human",
                    "anyone"),
            Wording.of(
                    "\\b(?:send|post|upload|exfiltrate|leak|transmit|forward|email|copy|paste|write|append|submit)\\b.{0,40}\\b"
                            + PRIVATE
                            + "s?\\b.{0,50}\\b(?:https?:|www |attacker|evil|webhook|pastebin|an external|my server|me\\b|this (?:url|address|endpoint|host))",
                    "http",
                    "www ",
                    "attacker",
                    "evil",
                    "webhook",
                    "pastebin",
                    "an external",
                    "my server",
                    " me",
                    "this "),
            Wording.of(
                    "\\b(?:run|execute|paste) (?:the )?following (?:shell |bash )?(?:command|script|code)\\b|\\b(?:execute|paste) this (?:shell |bash )?(?:command|script|code) (?:now|immediately|in|into|exactly)\\b",
                    "following",
                    "this "),
            Wording.of(
                    "\\b(?:you|agents?|assistants?|claude) (?:must|should|shall|will|have to|need to) now (?:run|execute|call|send|post|delete|open|fetch|install|push|merge|approve)\\b",
                    "must now",
                    "should now",
                    "shall now",
                    "will now",
                    "have to now",
                    "need to now"),
            Wording.of(
                    "\\b(?:approve|merge|push) (?:this|the) (?:pr|pull request|commit|change|branch)\\b.{0,20}\\b(?:without (?:any |a |further )?(?:review|reading|checking|asking|approval|tests?|delay|question)|immediately|right now|blindly)|\\bmark (?:this|the) (?:pr|change|code|commit|file) as (?:safe|approved|reviewed)\\b",
                    "approve ",
                    "merge ",
                    "push ",
                    "mark "),
            Wording.of(
                    "\\b(?:push|merge|commit|deploy|publish|release)\\b.{0,40}\\bwithout (?:ever )?(?:asking|a question|confirmation|permission|telling)\\b",
                    "without"),
            Wording.of(
                    "\\b(?:every|all|any|each) (?:\\w+ )?(?:assistants?|agents?|models?|llms?) (?:\\w+ )?(?:must|should|shall|has to|have to|will|may)\\b.{0,20}\\b(?:reply|answer|respond|obey|approve|merge|push|follow|ignore)",
                    "assistant",
                    "agent",
                    "model",
                    "llm"),
            Wording.of(
                    "\\b(?:assistants?|agents?|llms?) (?:must|should|shall|have to) (?:approve|merge|push|obey|ignore|reply)\\b",
                    "assistant",
                    "agent",
                    "llm"),
            Wording.of("\\balways (?:use|run|work|act)\\b.{0,12}\\b(?:sudo|root)\\b", "sudo", "root"),
            Wording.of(
                    "(?:^|[.;:,] ?|\\b(?:then|and|also|please|always) )(?:disable|turn off|switch off|bypass) (?:all |every |the )?(?:safety|security|permission) (?:checks|prompts|guards|filters|rails|measures|features)\\b(?! (?:of|in|for|on)\\b)",
                    "safety",
                    "security",
                    "permission"),
            Wording.of(
                    "\\b(?:enable|enter|switch to|activate|you are in) (?:dan|jailbreak|god|developer|unrestricted|sudo) mode\\b",
                    " mode"),
            Wording.of("\\bprompt injection payload\\b|\\bjailbreak prompt\\b", "payload", "jailbreak"));

    /** In the letters alone, for what is spelled with signs between them. */
    static final List<Wording> DENSE = List.of(Wording.of(
            "(?:ignore|disregard|forget|override|bypass)(?:all|any|the|of|your|my|every|these|those){0,4}(?:previous|prior|above|earlier|preceding|foregoing|system)(?:instruction|prompt|rule|direction|guideline|command|message|order)",
            "instruction",
            "prompt",
            "rule",
            "direction",
            "guideline",
            "command",
            "message",
            "order"));
}
