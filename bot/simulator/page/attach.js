// Sends a file into the chat, with the words of the line as its caption.

const input = document.querySelector("#file");
const words = document.querySelector("#words");

// attach wires the button; send(file, caption) returns whether it went out.
export function attach(send) {
  document.querySelector("#attach").addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    const [file] = input.files;
    input.value = ""; // the same file can be chosen again
    if (file && await send(file, words.value.trim())) {
      words.value = "";
      words.dispatchEvent(new Event("input"));
    }
    words.focus();
  });
}
