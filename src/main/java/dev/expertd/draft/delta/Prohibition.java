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
                .replaceFirst("^no longer throw ", "stop throwing ")
                .replaceFirst("^no longer return ", "stop returning ")
                .replaceFirst("^no longer set ", "stop setting ")
                .replaceFirst("^no longer use ", "stop using ")
                .replaceFirst("^no longer pass ", "stop passing ")
                .replaceFirst("^no longer require ", "stop requiring ")
                .replaceFirst("^no longer accept ", "stop accepting ")
                .replaceFirst("^also ", "");
        return "Don't " + dont + " in " + where;
    }
}
