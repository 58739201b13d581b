package dev.expertd.symbols;

/** Shell: {@code name()} or {@code function name}. */
final class ShellHeaders implements Headers {
    @Override
    public Opening opened(Header header, Around around) {
        if (header.last().equals("()") && header.isWord(header.size() - 2)) {
            return Opening.method(header.at(header.size() - 2));
        }
        int keyword = header.lastIndexOf("function");
        return keyword >= 0 && header.isWord(keyword + 1) ? Opening.method(header.at(keyword + 1)) : Opening.BLOCK;
    }
}
