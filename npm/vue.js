/** `effortlet/vue`: a component that starts, and a composable that does so too, or only gives the calls. */
import { onMounted, onUnmounted, toValue, watch } from "vue";
import * as calls from "./index.js";
import { keyOf, mount } from "./mount.js";

/** Shows nothing where it stands. */
export const Effortlet = {
  name: "Effortlet",
  inheritAttrs: false,
  props: ["src", "integrity", "definition", "endpoint", "locale", "consent", "redact"],
  setup(props) {
    useEffortlet(props);
    return () => null;
  },
};

export function useEffortlet(options) {
  let unmount;
  const follow = () => {
    const before = unmount;
    unmount = mount(toValue(options));
    before?.();
  };
  if (options) {
    onMounted(() => watch([() => keyOf(toValue(options)), () => toValue(options).consent], follow, { immediate: true }));
    onUnmounted(() => unmount?.());
  }
  return calls;
}
