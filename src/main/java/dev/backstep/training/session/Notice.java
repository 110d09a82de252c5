package dev.backstep.training.session;

/**
 * One thing to tell the user.
 *
 * @param isRefusal true if something that was asked for was not done
 * @param text one or a few sentences
 */
public record Notice(boolean isRefusal, String text) {}
