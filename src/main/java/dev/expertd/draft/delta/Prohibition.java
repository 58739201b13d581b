package dev.expertd.draft.delta;

/** Says what a change did as something not to be done. */
final class Prohibition {
    private Prohibition() {}

    static String of(FixPhrase change) {
        String where = Place.of(change.symbol());
        String did = change.main();
        if (change.isRework() || change.isVague() || did.startsWith("move ") || did.startsWith("add `")) {
            return "Don't change " + where + " without running its tests";
        }
        String dont = did.replaceFirst("^no longer call ", "leave out the call of ")
                .replaceFirst("^no longer (throw|return|set) ", "give up to $1 ")
                .replaceFirst("^no longer (pass|require|accept) ", "stop to $1 ")
                .replaceFirst("^also ", "");
        return "Don't " + dont + " in " + where;
    }
}
