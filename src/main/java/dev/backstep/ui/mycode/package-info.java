/** My code: the numbers of somebody’s own program beside the right ones. */
package dev.backstep.ui.mycode;
