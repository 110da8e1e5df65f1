const chat = document.querySelector('passim-chat');
const last = document.querySelector('#last');

document.querySelector('#ask').addEventListener('click', () => {
  chat.open = true;
});

chat.addEventListener('passim-answer', (event) => {
  last.textContent = `The portal heard an answer: ${event.status}, ${event.text ?? 'no text'}.`;
});
