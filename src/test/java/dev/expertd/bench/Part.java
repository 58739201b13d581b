package dev.expertd.bench;

/** Measures one thing that users wait for or pay for. */
interface Part {
    void measure(Setting setting, Table table) throws Exception;
}
