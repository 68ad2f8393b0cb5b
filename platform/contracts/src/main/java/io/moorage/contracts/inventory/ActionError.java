package io.moorage.contracts.inventory;

/**
 * Why work on a server didn't succeed.
 *
 * @param code stable, in kebab-case
 * @param detail a sentence in English
 */
public record ActionError(String code, String detail) {}
